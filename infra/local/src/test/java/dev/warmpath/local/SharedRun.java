package dev.warmpath.local;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One run for all test classes that leave it as it was, since starting its functions takes longer than most of them. */
abstract class SharedRun implements ParameterResolver {
    /** Enough to race, and starts in time on a busy machine too. */
    static final int ENVIRONMENTS = 2;

    abstract RunOptions options();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LocalRun.class;
    }

    @Override
    public LocalRun resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(getClass()))
                .getOrComputeIfAbsent(Started.class, _ -> started(), Started.class)
                .run();
    }

    private Started started() {
        try {
            return new Started(LocalRun.start(options(), TestRuns.listening(new ConcurrentLinkedQueue<>())));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The run for many tests did not start", e);
        }
    }

    private record Started(LocalRun run) implements AutoCloseable {
        @Override
        public void close() {
            run.close();
        }
    }
}
