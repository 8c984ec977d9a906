package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.lambda.Segment;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the functions of users tell about a call: traces, metrics and logs. */
@Timeout(120)
class UsersTelemetryIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";
    private static final String USER_SCOPES = "users:read users:write orders:read orders:write";

    private static final Queue<String> FUNCTION_LOGS = new ConcurrentLinkedQueue<>();

    private static LocalRun run;

    private final String me = "user-" + UUID.randomUUID();
    private final Api api = Api.at(run.url()).withToken(run.token(me, USER_SCOPES));

    @BeforeAll
    static void start() throws Exception {
        run = LocalRun.start(TestRuns.ofTheProject(), TestRuns.listening(FUNCTION_LOGS));
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void eachCallIsATraceThatShowsItsCallOfTheTable() throws Exception {
        api.with("Cache-Control", "no-cache").get("/users/" + me);

        Await.until(
                "the invocation's subsegment and, below it, its call of DynamoDB",
                () -> run.traces().segments().stream()
                        .filter(segment -> segment.name().equals("## GetUser"))
                        .anyMatch(UsersTelemetryIT::hasAReadBelow));
    }

    @Test
    void functionsLogTheirStartsAndTheirUseAndNothingPersonal() throws Exception {
        api.post("/users", ADA);
        api.get("/users/" + me);

        Await.until("the start of the one", () -> logged("\"ColdStart\"", "CreateUser") > 0);
        Await.until("the start of the other", () -> logged("\"ColdStart\"", "GetUser") > 0);
        Await.until("the use of both", () -> logged("\"Duration\"", "\"function_request_id\"") >= 2);
        assertThat(FUNCTION_LOGS)
                .noneMatch(line -> line.contains("ada@") || line.contains("Lovelace") || line.contains(me));
    }

    private static long logged(String one, String other) {
        return FUNCTION_LOGS.stream()
                .filter(line -> line.contains(one) && line.contains(other))
                .count();
    }

    private static boolean hasAReadBelow(Segment invocation) {
        return run.traces().segments(invocation.traceId()).stream()
                .map(segment -> segment.document())
                .anyMatch(call -> invocation.id().equals(call.get("parent_id"))
                        && call.get("aws") instanceof Map<?, ?> aws
                        && "GetItem".equals(aws.get("operation")));
    }
}
