package dev.warmpath.local;

import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.valkey.ValkeyServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server of the shared cache dies and comes back while callers read and write. */
@Tag("full")
@Timeout(180)
class SharedCacheOutageIT {
    private static final int OWNERS = 4;
    private static final int IN_MEMORY_SECONDS = 1;
    private static final int SHARED_SECONDS = 2;

    /** As docs/caching.md states it for writes that the shared level missed. */
    private static final Duration STALENESS = Duration.ofSeconds(IN_MEMORY_SECONDS + SHARED_SECONDS);

    private static final List<String> READERS = List.of("GetUser", "BatchGetUsers");

    /** What functions write, each line after the function's name. */
    private static final Queue<String> LOGS = new ConcurrentLinkedQueue<>();

    private static LocalRun run;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> parameters = Map.of(
                "UsersCacheTtlSeconds",
                Integer.toString(IN_MEMORY_SECONDS),
                "SharedCacheTtlSeconds",
                Integer.toString(SHARED_SECONDS),
                "ThrottleRate",
                "10000",
                "ThrottleBurst",
                "10000");
        RunListeners listeners = new RunListeners(
                exchange -> {},
                delivery -> {},
                (function, environment, line) -> LOGS.add(function + " " + line),
                Throwable::printStackTrace);
        run = LocalRun.start(TestRuns.ofTheProject(SharedCacheOption.VALKEY, 2, parameters), listeners);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void answersStayRightAndTheCacheIsUsedAgainAfterItsReturn() throws Exception {
        ReadersAndWriters load = new ReadersAndWriters(run, STALENESS);
        load.start(OWNERS);
        try {
            killAndBringBack(load);
        } finally {
            load.end();
        }
    }

    @RepeatedTest(5)
    void answersStayRightOverLongerOutages() throws Exception {
        ReadersAndWriters load = new ReadersAndWriters(run, STALENESS);
        load.start(OWNERS);
        try {
            killAndBringBack(load);
            killAndBringBack(load);
        } finally {
            load.end();
        }
    }

    private static void killAndBringBack(ReadersAndWriters load) throws InterruptedException {
        ValkeyServer server = run.valkey().orElseThrow();
        awaitMetric("CacheL2Hits", READERS);
        server.kill();
        awaitMetric("CacheL2BreakerOpen", List.of("GetUser", "BatchGetUsers", "UpdateUser"));
        awaitAnswers(load, 200);
        server.restart();
        awaitMetric("CacheL2Hits", READERS);
        awaitAnswers(load, 200);
    }

    /** From now on. */
    private static void awaitMetric(String name, List<String> functions) throws InterruptedException {
        LOGS.clear();
        Await.until(
                name + " of " + functions,
                () -> functions.stream()
                        .allMatch(function -> LOGS.stream()
                                .anyMatch(
                                        line -> line.startsWith(function + " ") && line.contains('"' + name + "\":"))));
    }

    private static void awaitAnswers(ReadersAndWriters load, int more) throws InterruptedException {
        int before = load.answers();
        Await.until(more + " more answers", () -> load.answers() - before >= more);
    }
}
