package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.measure.Used;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.local.lambda.Invocation.Report;
import java.time.Duration;
import java.util.function.Supplier;

/** The kinds of ways that patterns are measured by. */
final class Ways {
    private Ways() {}

    /** Work in this process, whose CPU time is all counted. */
    static Way inProcess(String name, Race.Work work) {
        return new Way(name, Race.timed(work), ThisProcess::cpu);
    }

    /** @param services what the work has used of services so far */
    static Way inProcess(String name, Race.Work work, Supplier<Used> services) {
        return new Way(name, Race.timed(work), ThisProcess::cpu, services);
    }

    /** Warm invocations of a function. */
    static Way warm(String name, Stage stage) {
        return warm(name, stage, () -> Used.NOTHING);
    }

    /** @param services what its invocations have used of services so far */
    static Way warm(String name, Stage stage, Supplier<Used> services) {
        Billed billed = new Billed();
        return new Way(
                name,
                () -> billed.of(stage.invoke()),
                stage::cpu,
                () -> services.get().plus(billed.used()));
    }

    private static final class Billed {
        private Duration sum = Duration.ZERO;

        Duration of(Report report) {
            sum = sum.plus(report.billed());
            return report.duration();
        }

        Used used() {
            return new Used(sum, 0, 0, 0, 0);
        }
    }
}
