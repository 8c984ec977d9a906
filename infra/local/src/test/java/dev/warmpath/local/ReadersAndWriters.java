package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers who read and change profiles all the time: each owner changes the own one and reads it in every way, and
 * administrators read all of them, and one that nobody changes: only levels below memory keep that one alive.
 */
final class ReadersAndWriters {
    private static final int ADMINISTRATORS = 2;

    private final LocalRun run;
    private final Duration staleness;
    private final Map<String, ProfileHistory> histories = new LinkedHashMap<>();
    private List<String> changing = List.of();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> callers = new ArrayList<>();
    private volatile boolean ending;

    /** @param staleness how old a state may be that is answered to a request which does not say {@code no-cache} */
    ReadersAndWriters(LocalRun run, Duration staleness) {
        this.run = run;
        this.staleness = staleness;
    }

    void start(int owners) {
        List<String> ids = ManyUsers.ids(owners + 1);
        ids.forEach(this::create);
        changing = ids.subList(1, ids.size());
        changing.forEach(id -> callers.add(threads.submit(() -> repeat(() -> actAsOwner(id)))));
        for (int i = 0; i < ADMINISTRATORS; i++) {
            callers.add(threads.submit(() -> repeat(this::actAsAdministrator)));
        }
    }

    /** Ends the load, and fails if any caller met a wrong answer. */
    void end() throws InterruptedException, ExecutionException {
        ending = true;
        threads.close();
        for (Future<?> caller : callers) {
            caller.get();
        }
        histories.values().forEach(ProfileHistory::assertNothingWrongWasSeen);
    }

    int answers() {
        return histories.values().stream().mapToInt(ProfileHistory::timesSeen).sum();
    }

    private void repeat(Runnable round) {
        while (!ending) {
            round.run();
        }
    }

    private void create(String id) {
        histories.put(id, new ProfileHistory());
        changed(id, owner(id).post("/users", "{\"email\":\"ada@example.com\",\"name\":\"State 0\"}"), 201);
    }

    private Api owner(String id) {
        return Api.at(run.url()).withToken(run.token(id, "users:read users:write"));
    }

    private void actAsOwner(String id) {
        Api api = owner(id);
        ProfileHistory history = histories.get(id);
        String change = "{\"name\":\"" + history.nameOfNext() + "\"}";
        changed(id, api.patch("/users/" + id, history.etag(), change), 200);
        get(api.with("Cache-Control", "no-cache"), id, Duration.ZERO);
        get(api, id, staleness);
        get(api.with("If-None-Match", history.etag()), id, staleness);
    }

    private void actAsAdministrator() {
        Api admin = FirstUse.administrator(run);
        histories.keySet().forEach(id -> get(admin, id, staleness));
        batchGet(admin, histories.keySet(), staleness);
        batchGet(admin.with("Cache-Control", "no-cache"), changing, Duration.ZERO);
    }

    private void changed(String id, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        histories.get(id).changed(answer);
    }

    private void get(Api api, String id, Duration oldest) {
        long started = System.nanoTime();
        HttpResponse<String> answer = api.get("/users/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 304);
        histories.get(id).seen(answer, started, oldest);
    }

    private void batchGet(Api api, Collection<String> ids, Duration oldest) {
        long started = System.nanoTime();
        HttpResponse<String> answer = api.post("/users/batch-get", ManyUsers.asked(ids));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Map<String, Object>> users = ManyUsers.users(Api.json(answer));
        assertThat(users).extracting(user -> user.get("userId")).containsExactlyElementsOf(ids);
        users.forEach(user -> histories.get(user.get("userId").toString()).seen(user, started, oldest));
    }
}
