package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.mix.Population;
import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.local.LocalRun;
import dev.warmpath.local.RunListeners;
import dev.warmpath.local.RunOptions;
import dev.warmpath.local.SharedCacheOption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One side: a local run of its template with engines of its own, and what its answers have told. */
final class Stack implements AutoCloseable {
    /** Longer than any run. */
    private static final Duration STAYING = Duration.ofHours(1);

    /** Neither side is slowed down by the API's own limits. */
    private static final Map<String, String> UNTHROTTLED = Map.of("ThrottleRate", "100000", "ThrottleBurst", "100000");

    private static final String SCOPES = "users:read users:write orders:read orders:write";
    private static final String NOBODY = "";

    private final Side side;
    private final LocalRun run;
    private final Activity activity;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<Integer, String> orderIds = new ConcurrentHashMap<>();

    private Stack(Side side, LocalRun run, Activity activity) {
        this.side = side;
        this.run = run;
        this.activity = activity;
    }

    static Stack start(Path project, Side side) throws IOException, InterruptedException {
        Activity activity = new Activity();
        RunOptions options = new RunOptions(
                project,
                side.template(project),
                0,
                Optional.empty(),
                Optional.empty(),
                UNTHROTTLED,
                SharedCacheOption.NONE,
                Plan.ENVIRONMENTS,
                STAYING,
                false);
        RunListeners listeners = new RunListeners(
                exchange -> exchange.function().ifPresent(activity::invoked),
                activity::delivered,
                (function, environment, line) -> {},
                activity::failed);
        return new Stack(side, LocalRun.start(options, listeners), activity);
    }

    Side side() {
        return side;
    }

    LocalRun run() {
        return run;
    }

    Activity activity() {
        return activity;
    }

    /** For callers who bring their own tokens. */
    ApiConnection connect() throws IOException {
        return new ApiConnection(run.url(), NOBODY);
    }

    /** Made before the time of its request counts. */
    String token(String caller) {
        String scopes = caller.equals(Population.ADMIN) ? SCOPES + " admin" : SCOPES;
        return tokens.computeIfAbsent(caller, sub -> run.token(sub, scopes));
    }

    void seeded(int order, String id) {
        orderIds.put(order, id);
    }

    /** With the id that this side gave to the request's order. */
    String path(Request request) {
        return request.order().isEmpty()
                ? request.path()
                : request.path()
                        .replace(Request.ORDER_ID, orderIds.get(request.order().getAsInt()));
    }

    @Override
    public void close() {
        run.close();
    }
}
