package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;

/** Both sides, each with engines of its own; while one is driven, the other one has nothing to do. */
record Twin(Stack optimised, Stack baseline) implements AutoCloseable {
    static Twin start(Path project, Plan plan) throws IOException, InterruptedException {
        Stack optimised = Stack.start(project, Side.OPTIMISED, plan);
        try {
            return new Twin(optimised, Stack.start(project, Side.BASELINE, plan));
        } catch (IOException | InterruptedException | RuntimeException e) {
            optimised.close();
            throw e;
        }
    }

    Stack of(Side side) {
        return side == Side.OPTIMISED ? optimised : baseline;
    }

    /** May be called again, as by Ctrl-C while it goes on. */
    @Override
    public void close() {
        try {
            optimised.close();
        } finally {
            baseline.close();
        }
    }
}
