package dev.warmpath.bench.rig;

import dev.warmpath.bench.measure.Samples;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts of environments, of the subjects in turn. */
public final class Starts {
    private static final int STARTS = 11;

    /** One second idle, one more until that is looked at, and some time to end. */
    private static final Duration UNTIL_REAPED = Duration.ofMillis(2_500);

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Settings settings;
    private final TraceDaemon traces;
    private final int starts;

    public Starts(Settings settings, TraceDaemon traces) {
        this(settings, traces, STARTS);
    }

    /** @param starts of each subject */
    public Starts(Settings settings, TraceDaemon traces, int starts) {
        this.settings = settings;
        this.traces = traces;
        this.starts = starts;
    }

    public void once(Subject subject) throws IOException, InterruptedException {
        cold(subject);
    }

    /** From the start of a JVM on demand to the answer of its first call, in milliseconds. */
    public double cold(Subject subject) throws IOException, InterruptedException {
        try (Stage stage = Stage.open(subject.snapStart(false), settings, traces)) {
            return toFirstAnswer(stage.invoke());
        }
    }

    /** As {@link #cold(Subject)}, by name. */
    public Map<String, Samples> cold(List<Subject> subjects) throws IOException, InterruptedException {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int start = 0; start < starts; start++) {
            for (Subject subject : subjects) {
                samples.computeIfAbsent(subject.name(), _ -> new Samples()).add(cold(subject));
            }
        }
        return samples;
    }

    /**
     * From the word to restore to the answer of the first call, in milliseconds, in a JVM parked after its checkpoint. No
     * snapshot is loaded, so this is the part of a SnapStart restore that code can change, and not the whole.
     */
    public Map<String, Samples> parkedRestore(List<Subject> subjects) throws IOException, InterruptedException {
        Map<String, Samples> samples = new LinkedHashMap<>();
        List<Stage> stages = new ArrayList<>();
        try {
            for (Subject subject : subjects) {
                samples.put(subject.name(), new Samples());
                stages.add(park(subject));
            }
            while (samples.values().stream().anyMatch(values -> values.count() < starts)) {
                restore(stages, samples);
            }
        } finally {
            for (Stage stage : stages) {
                stage.close();
            }
        }
        return samples;
    }

    /** A first call, after which its environment is ended and a parked one takes its place. */
    private Stage park(Subject subject) throws IOException, InterruptedException {
        Settings reaping = settings.withIdleTime(Duration.ofSeconds(1));
        Stage stage = Stage.open(subject.snapStart(true), reaping, traces);
        try {
            stage.invoke();
            stage.awaitParked();
            return stage;
        } catch (InterruptedException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** Environments are reaped while this waits, so that each call finds the parked one alone. */
    private void restore(List<Stage> stages, Map<String, Samples> samples) throws InterruptedException {
        LockSupport.parkNanos(UNTIL_REAPED.toNanos());
        for (Stage stage : stages) {
            Report report = stage.invoke();
            if (report.start() == Start.RESTORED && report.snapshot().isEmpty()) {
                samples.get(stage.subject().name()).add(toFirstAnswer(report));
            }
            // The next one's restore shall not meet the making of this one's spare.
            stage.awaitParked();
        }
    }

    private static double toFirstAnswer(Report report) {
        return report.preparation().plus(report.duration()).toNanos() / NANOS_PER_MILLISECOND;
    }
}
