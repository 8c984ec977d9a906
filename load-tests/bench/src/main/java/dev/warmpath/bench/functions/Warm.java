package dev.warmpath.bench.functions;

import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.rig.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Warm calls of several subjects, in short rounds that take turns, so that all meet the same moods of the machine. */
final class Warm {
    private static final int WARM_UP_CALLS = 2_000;
    private static final int ROUNDS = 15;
    private static final int CALLS_A_ROUND = 400;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** What warm calls of one subject took, in milliseconds; CPU per 1,000 calls. */
    record Figures(String name, Samples latency, double cpu, int residentMegabytes) {}

    private final Stage stage;
    private final Samples latency = new Samples();
    private Duration cpu = Duration.ZERO;
    private int residentMegabytes;

    private Warm(Stage stage) {
        this.stage = stage;
    }

    static List<Figures> measure(List<Stage> stages) throws InterruptedException {
        List<Warm> subjects = new ArrayList<>();
        for (Stage stage : stages) {
            Warm subject = new Warm(stage);
            subject.call(WARM_UP_CALLS, new Samples());
            subjects.add(subject);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Warm subject : subjects) {
                subject.round();
            }
        }
        return subjects.stream().map(Warm::figures).toList();
    }

    private void round() throws InterruptedException {
        Duration before = stage.cpu();
        call(CALLS_A_ROUND, latency);
        cpu = cpu.plus(stage.cpu().minus(before));
    }

    private void call(int calls, Samples into) throws InterruptedException {
        for (int call = 0; call < calls; call++) {
            var report = stage.invoke();
            into.add(report.duration().toNanos() / NANOS_PER_MILLISECOND);
            residentMegabytes = report.memoryUsedMegabytes();
        }
    }

    private Figures figures() {
        return new Figures(
                stage.subject().name(), latency, cpu.toMillis() * 1000.0 / (ROUNDS * CALLS_A_ROUND), residentMegabytes);
    }
}
