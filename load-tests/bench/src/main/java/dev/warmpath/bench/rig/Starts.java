package dev.warmpath.bench.rig;

import dev.warmpath.bench.measure.Samples;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts of environments, one subject after the other in turn. */
public final class Starts {
    private static final int STARTS = 11;

    /** One second idle, one more until that is looked at, and some time to end. */
    private static final Duration UNTIL_REAPED = Duration.ofMillis(2_500);

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Settings settings;
    private final TraceDaemon traces;

    public Starts(Settings settings, TraceDaemon traces) {
        this.settings = settings;
        this.traces = traces;
    }

    public void once(Subject subject) throws IOException, InterruptedException {
        try (Stage stage = Stage.open(subject.snapStart(false), settings, traces)) {
            stage.invoke();
        }
    }

    /** From the start of a JVM on demand to the answer of its first call, in milliseconds. */
    public Map<String, Samples> cold(List<Subject> subjects) throws IOException, InterruptedException {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int start = 0; start < STARTS; start++) {
            for (Subject subject : subjects) {
                try (Stage stage = Stage.open(subject.snapStart(false), settings, traces)) {
                    samples.computeIfAbsent(subject.name(), _ -> new Samples()).add(toFirstAnswer(stage.invoke()));
                }
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
        for (Subject subject : subjects) {
            samples.put(subject.name(), parkedRestore(subject));
        }
        return samples;
    }

    /** Environments are reaped while this waits, so that each call finds the parked one alone. */
    private Samples parkedRestore(Subject subject) throws IOException, InterruptedException {
        Samples samples = new Samples();
        Settings reaping = settings.withIdleTime(Duration.ofSeconds(1));
        try (Stage stage = Stage.open(subject.snapStart(true), reaping, traces)) {
            stage.invoke();
            while (samples.count() < STARTS) {
                LockSupport.parkNanos(UNTIL_REAPED.toNanos());
                stage.awaitParked();
                Report report = stage.invoke();
                if (report.start() == Start.RESTORED && report.snapshot().isEmpty()) {
                    samples.add(toFirstAnswer(report));
                }
            }
        }
        return samples;
    }

    private static double toFirstAnswer(Report report) {
        return report.preparation().plus(report.duration()).toNanos() / NANOS_PER_MILLISECOND;
    }
}
