package dev.warmpath.local;

import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A run of the repository's own template for all test classes that leave it as it was, since starting its functions takes
 * longer than most of them; it ends with the last one.
 */
final class ProjectRun implements ParameterResolver {
    /** Enough to race, and starts in time on a busy machine too. */
    private static final int ENVIRONMENTS = 2;

    private static final Map<String, String> PARAMETERS = Map.of(
            // So long that a second request finds what the first one cached.
            "UsersCacheTtlSeconds", "300",
            "ProductsCacheTtlSeconds", "300",
            // So few that messages which fail are dead within a test.
            "OrdersMaxReceiveCount", "2",
            // So long that only a test itself sends an order again.
            "RequeueAfterSeconds", "3600");

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
                RunOptions options = TestRuns.ofTheProject(SharedCacheOption.NONE, ENVIRONMENTS, PARAMETERS);
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
