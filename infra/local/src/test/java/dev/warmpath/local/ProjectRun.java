package dev.warmpath.local;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A run of the repository's own template for all test classes that change nothing of it, since starting its functions takes
 * longer than most of them; it ends with the last one.
 */
final class ProjectRun implements ParameterResolver {
    /** Enough to race, and starts in time on a busy machine too. */
    private static final int ENVIRONMENTS = 2;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LocalRun.class;
    }

    @Override
    public LocalRun resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(ProjectRun.class))
                .getOrComputeIfAbsent(Started.class, _ -> Started.now(), Started.class)
                .run();
    }

    private record Started(LocalRun run) implements AutoCloseable {
        static Started now() {
            try {
                RunOptions options = TestRuns.of(TestRuns.PROJECT.resolve("template.yaml"), ENVIRONMENTS);
                return new Started(LocalRun.start(options, TestRuns.listening(new ConcurrentLinkedQueue<>())));
            } catch (Exception e) {
                throw new IllegalStateException("The run for many tests did not start", e);
            }
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
