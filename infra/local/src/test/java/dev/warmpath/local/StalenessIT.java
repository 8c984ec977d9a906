package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How old an answer is: two functions have a user in their memories, and a third one changes it. */
@Timeout(120)
class StalenessIT {
    private final String me = "user-" + UUID.randomUUID();

    @Test
    void noAnswerIsOlderThanTheTimeToLive() throws Exception {
        Duration timeToLive = Duration.ofSeconds(1);
        try (LocalRun run = start(timeToLive)) {
            Api api = api(run);
            long changed = changeAfterReading(api);

            Await.until("only the new state is answered", () -> {
                long started = System.nanoTime();
                List<String> names = List.of(get(api), batchGet(api));
                boolean over = started - changed > timeToLive.toNanos();
                assertThat(names).as("over: %s", over).isSubsetOf(over ? List.of("Zoë") : List.of("Ada", "Zoë"));
                return over;
            });
        }
    }

    private static LocalRun start(Duration timeToLive) throws Exception {
        Map<String, String> parameters = Map.of("UsersCacheTtlSeconds", Long.toString(timeToLive.toSeconds()));
        // One environment of each function, so that all reads meet the same memory.
        RunOptions options = TestRuns.ofTheProject(SharedCacheOption.NONE, 1, parameters);
        return LocalRun.start(options, TestRuns.listening(new ConcurrentLinkedQueue<>()));
    }

    private Api api(LocalRun run) {
        return Api.at(run.url()).withToken(run.token(me, "users:read users:write"));
    }

    /** When the change was answered, in nanoseconds. */
    private long changeAfterReading(Api api) {
        String created = Api.etag(api.post("/users", "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}"));
        assertThat(get(api)).isEqualTo("Ada");
        assertThat(batchGet(api)).isEqualTo("Ada");
        assertThat(api.patch("/users/" + me, created, "{\"name\":\"Zoë\"}").statusCode())
                .isEqualTo(200);
        return System.nanoTime();
    }

    private String get(Api api) {
        return Api.json(api.get("/users/" + me)).get("name").toString();
    }

    private String batchGet(Api api) {
        Map<String, Object> answer = Api.json(api.post("/users/batch-get", ManyUsers.asked(List.of(me))));
        return ManyUsers.users(answer).getFirst().get("name").toString();
    }
}
