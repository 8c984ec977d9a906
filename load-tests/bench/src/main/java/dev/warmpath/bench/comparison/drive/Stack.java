package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.mix.Population;
import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.bench.usage.Usage;
import dev.warmpath.bench.usage.UsageMeter;
import dev.warmpath.local.LocalRun;
import dev.warmpath.local.RunOptions;
import dev.warmpath.local.SharedCacheOption;
import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** One side: a local run of its template with engines of its own, and what its answers have told. */
final class Stack implements AutoCloseable {
    /** Longer than any comparison, so that no environment is started anew within it. */
    private static final Duration STAYING = Duration.ofHours(1);

    /** Neither side is slowed down by the API's own limits. */
    private static final Map<String, String> UNTHROTTLED = Map.of("ThrottleRate", "100000", "ThrottleBurst", "100000");

    private static final String SCOPES = "users:read users:write orders:read orders:write";
    private static final String NOBODY = "";
    private static final int QUIET_SECONDS = 180;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Side side;
    private final LocalRun run;
    private final UsageMeter meter;
    private final Witness witness;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<Integer, String> orderIds = new ConcurrentHashMap<>();

    private Stack(Side side, LocalRun run, UsageMeter meter, Witness witness) {
        this.side = side;
        this.run = run;
        this.meter = meter;
        this.witness = witness;
    }

    static Stack start(Path project, Side side, Plan plan) throws IOException, InterruptedException {
        Map<String, String> parameters = new HashMap<>(side.priming(plan.primingPasses()));
        parameters.putAll(UNTHROTTLED);
        RunOptions options = new RunOptions(
                project,
                side.template(project),
                0,
                Optional.empty(),
                Optional.empty(),
                parameters,
                SharedCacheOption.NONE,
                Plan.ENVIRONMENTS,
                STAYING,
                false);
        Witness witness = new Witness();
        UsageMeter meter = new UsageMeter();
        LocalRun run = LocalRun.start(options, meter.listeners(witness.listeners()));
        meter.attach(run);
        return new Stack(side, run, meter, witness);
    }

    Side side() {
        return side;
    }

    LocalRun run() {
        return run;
    }

    /** For callers who bring their own tokens. */
    ApiConnection connect() throws IOException {
        return new ApiConnection(run.url(), NOBODY);
    }

    /** Signed once for each caller, so before the time of the first request counts. */
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

    /**
     * All that was used since the last call.
     *
     * @param requests that callers made meanwhile
     */
    Usage takeUsage(long requests) {
        return meter.take(requests);
    }

    /**
     * Waits until all that requests left to workers, queue and stream is done, and each function that was used and can be
     * restored has a parked environment again.
     *
     * @throws IllegalStateException if that takes longer than {@value #QUIET_SECONDS} s, or anything has failed
     */
    void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(QUIET_SECONDS).toNanos();
        boolean quiet = meter.awaitQuiet(Duration.ofSeconds(QUIET_SECONDS));
        while (quiet && !unparked().isEmpty()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            quiet = System.nanoTime() < end;
        }
        witness.check();
        if (!quiet) {
            throw new IllegalStateException(
                    "%s was still at work after %d s; no message should be left, and these functions be parked: %s."
                            .formatted(side, QUIET_SECONDS, unparked()));
        }
    }

    private List<String> unparked() {
        return run.application().functions().stream()
                .filter(FunctionSpec::snapStart)
                .map(FunctionSpec::name)
                .filter(witness::hasSeen)
                .filter(function -> !run.hasParked(function))
                .toList();
    }

    @Override
    public void close() {
        run.close();
    }
}
