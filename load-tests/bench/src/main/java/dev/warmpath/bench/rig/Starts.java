package dev.warmpath.bench.rig;

import dev.warmpath.bench.measure.Samples;
import dev.warmpath.local.lambda.Functions;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts of environments of several functions, each of which is ended before the next one starts. */
public final class Starts implements AutoCloseable {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final List<Subject> subjects;
    private final Functions functions;
    private final Path folder;
    private final Kind kind;

    private enum Kind {
        COLD,
        PARKED
    }

    private Starts(List<Subject> subjects, Functions functions, Path folder, Kind kind) {
        this.subjects = subjects;
        this.functions = functions;
        this.folder = folder;
        this.kind = kind;
    }

    /** Starts on demand: from the start of a JVM to the answer of its first call. */
    public static Starts cold(List<Subject> subjects, Settings settings, TraceDaemon traces) throws IOException {
        return open(subjects, Kind.COLD, settings, traces);
    }

    /**
     * Restores: from the word to restore to the answer of the first call, in a JVM parked after its checkpoint. No snapshot is
     * loaded, so this is the part of a SnapStart restore that code can change, and not the whole.
     */
    public static Starts parked(List<Subject> subjects, Settings settings, TraceDaemon traces) throws IOException {
        return open(subjects, Kind.PARKED, settings, traces);
    }

    private static Starts open(List<Subject> subjects, Kind kind, Settings settings, TraceDaemon traces)
            throws IOException {
        List<Subject> started = subjects.stream()
                .map(subject -> subject.snapStart(kind == Kind.PARKED))
                .toList();
        Path folder = Files.createTempDirectory(Files.createDirectories(settings.workDir()), "starts-");
        Functions functions = Functions.open(
                started.stream().map(Subject::function).toList(),
                settings.withWorkDir(folder),
                traces,
                (function, environment, line) -> {});
        return new Starts(started, functions, folder, kind);
    }

    /** By name, so many of each subject, in turns. */
    public Map<String, Samples> take(int starts) throws InterruptedException {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int start = 0; start < starts; start++) {
            for (Subject subject : subjects) {
                samples.computeIfAbsent(subject.name(), _ -> new Samples()).add(next(subject.name()));
            }
        }
        return samples;
    }

    /** The next start of the subject of this name, in milliseconds. */
    public double next(String name) throws InterruptedException {
        Subject subject = subjects.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Report report = kind == Kind.COLD ? start(subject) : Stage.restore(functions, subject);
        return report.preparation().plus(report.duration()).toNanos() / NANOS_PER_MILLISECOND;
    }

    private Report start(Subject subject) throws InterruptedException {
        functions.endIdle();
        return Stage.invoke(functions, subject);
    }

    @Override
    public void close() throws IOException {
        functions.close();
        Files.delete(folder);
    }
}
