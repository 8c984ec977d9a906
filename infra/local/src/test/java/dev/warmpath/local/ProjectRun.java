package dev.warmpath.local;

import java.util.Map;

/** The repository's own template, which ends with the last test class that uses it. */
final class ProjectRun extends SharedRun {
    private static final Map<String, String> PARAMETERS = Map.of(
            // So long that a second request finds what the first one cached.
            "UsersCacheTtlSeconds", "300",
            "ProductsCacheTtlSeconds", "300",
            // So few that messages which fail are dead within a test.
            "OrdersMaxReceiveCount", "2",
            // So long that only a test itself sends an order again.
            "RequeueAfterSeconds", "3600");

    @Override
    RunOptions options() {
        return TestRuns.ofTheProject(SharedCacheOption.NONE, ENVIRONMENTS, PARAMETERS);
    }
}
