package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.lambda.Invocation.Report;
import java.io.IOException;
import java.time.Duration;

/** Starts of one function on demand, each in a new environment, from the start of the JVM to its first answer. */
final class ColdStarts implements AutoCloseable {
    private final Stage stage;
    private Duration cpu = Duration.ZERO;

    private ColdStarts(Stage stage) {
        this.stage = stage;
    }

    /** Unpacks the code, which all starts share. */
    static ColdStarts of(Bed bed, Subject subject) throws IOException {
        return new ColdStarts(Stage.open(subject.snapStart(false), bed.settings(), bed.traces()));
    }

    /** Its CPU time is that of the environments, from start to first answer. */
    Way way() {
        return new Way(stage.subject().name(), this::start, () -> cpu);
    }

    /** The environment is gone before the next one starts, whichever way's that is. */
    private Duration start() throws InterruptedException {
        Report report = stage.invoke();
        cpu = cpu.plus(stage.cpu());
        stage.endIdle();
        return report.preparation().plus(report.duration());
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
