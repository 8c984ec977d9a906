package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Calls;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.frontdoor.Rules;
import dev.warmpath.local.lambda.Await;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls of the store a request of the users API makes, and what it does where they fail. */
@Timeout(120)
class StoreCallsIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";

    private static LocalRun run;

    private final String me = "user-" + UUID.randomUUID();
    private final Api api = Api.at(run.url()).withToken(run.token(me, "users:read users:write"));
    private final Calls calls = run.frontDoor().calls();
    private final Rules rules = run.frontDoor().rules();

    @BeforeAll
    static void start() throws Exception {
        run = LocalRun.start(TestRuns.ofTheProject(), TestRuns.listening(new ConcurrentLinkedQueue<>()));
        String somebody = "user-" + UUID.randomUUID();
        Api first = Api.at(run.url()).withToken(run.token(somebody, "users:read users:write"));
        first.post("/users", ADA);
        first.get("/users/" + somebody);
        // Priming, after a function's first use, makes calls of its own.
        Await.until("no function is being primed", () -> run.hasParked("CreateUser") && run.hasParked("GetUser"));
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @BeforeEach
    void countFromZero() {
        calls.reset();
    }

    @AfterEach
    void removeRules() {
        rules.clear();
    }

    @Test
    void creatingAUserIsOnePut() {
        assertThat(create().statusCode()).isEqualTo(201);

        assertThat(calls.of("CreateUser", "PutItem")).isEqualTo(1);
        assertThat(calls.of("CreateUser")).isEqualTo(1);
    }

    @Test
    void uncachedGetIsOneRead() {
        create();

        assertThat(get().statusCode()).isEqualTo(200);

        assertThat(calls.of("GetUser", "GetItem")).isEqualTo(1);
        assertThat(calls.of("GetUser")).isEqualTo(1);
    }

    @Test
    void cachedGetAndItsNotModifiedAnswerMakeNoCall() {
        String etag = create().headers().firstValue("etag").orElseThrow();
        get();
        calls.reset();

        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(api.with("If-None-Match", etag).get("/users/" + me).statusCode())
                .isEqualTo(304);

        assertThat(calls.of("GetUser")).isZero();
    }

    @Test
    void noCacheReadsTheTableEachTime() {
        create();
        Api fresh = api.with("Cache-Control", "no-cache");
        fresh.get("/users/" + me);
        fresh.get("/users/" + me);

        assertThat(calls.of("GetUser", "GetItem")).isEqualTo(2);
    }

    @Test
    void throttledReadIsRepeatedAndTheCallerSeesNothingOfIt() {
        create();
        rules.add(Rule.of(new Throttling("ProvisionedThroughputExceededException"))
                .function("GetUser")
                .calls(2));

        assertThat(get().statusCode()).isEqualTo(200);

        assertThat(calls.of("GetUser", "GetItem")).isEqualTo(3);
    }

    @Test
    void readThatFailsEachTimeIsAServerErrorAndIsNotCached() {
        create();
        rules.add(Rule.of(new ServerError(500)).function("GetUser"));
        assertThat(get().statusCode()).isGreaterThanOrEqualTo(500);
        rules.clear();

        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void lostAnswerOfACreationLeavesOneProfile() {
        rules.add(Rule.of(new LostAnswer()).function("CreateUser").calls(1));

        create();

        assertThat(calls.of("CreateUser", "PutItem")).isEqualTo(2);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> create() {
        return api.post("/users", ADA);
    }

    private HttpResponse<String> get() {
        return api.get("/users/" + me);
    }
}
