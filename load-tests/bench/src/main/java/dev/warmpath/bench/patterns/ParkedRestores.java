package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.lambda.Invocation.Report;
import java.io.IOException;
import java.time.Duration;

/**
 * Restores of one function, from the word to restore to the first answer, in JVMs parked after their checkpoint. No snapshot is
 * loaded, so this is the part of a SnapStart restore that code can change, and not the whole.
 */
final class ParkedRestores implements AutoCloseable {
    private final Stage stage;

    private ParkedRestores(Stage stage) {
        this.stage = stage;
    }

    /** Parks the first environment. */
    static ParkedRestores of(Bed bed, Subject subject) throws IOException, InterruptedException {
        Stage stage = Stage.open(subject.snapStart(true), bed.settings(), bed.traces());
        stage.invoke();
        stage.awaitParked();
        return new ParkedRestores(stage);
    }

    /** Without CPU time: that of a restore cannot be told from that of the next environment, which starts meanwhile. */
    Way way() {
        return new Way(stage.subject().name(), this::restore, () -> Duration.ZERO);
    }

    private Duration restore() throws InterruptedException {
        Report report = stage.restore();
        return report.preparation().plus(report.duration());
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
