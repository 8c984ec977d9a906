package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.time.Duration;

/** The requests that follow a restore, which find no more of their code compiled than the snapshot had. */
final class FirstRequests implements AutoCloseable {
    /** Far fewer than the JVM counts before it compiles a method. */
    static final int AFTER_A_RESTORE = 50;

    private final Stage stage;
    private int calls;
    private Duration cpu = Duration.ZERO;

    private FirstRequests(Stage stage) {
        this.stage = stage;
    }

    static FirstRequests of(Bed bed, Subject subject) throws IOException {
        return new FirstRequests(Stage.open(subject.snapStart(true), bed.settings(), bed.traces()));
    }

    Way way() {
        return new Way(stage.subject().name(), this::call, () -> cpu);
    }

    private Duration call() throws InterruptedException {
        if (calls++ % AFTER_A_RESTORE == 0) {
            stage.restore();
        }
        Duration cpuBefore = stage.cpu();
        long begun = System.nanoTime();
        stage.invoke();
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        cpu = cpu.plus(stage.cpu().minus(cpuBefore));
        return waited;
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
