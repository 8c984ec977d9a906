package dev.warmpath.bench.orders;

import dev.warmpath.bench.measure.Processes;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.orders.FunctionUses.Use;
import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the word to restore to the answer, in milliseconds, of each function of the template in a run of all of them. The
 * environments were parked after their checkpoint and no snapshot is loaded, so this is not the whole of a SnapStart restore.
 *
 * @param samples by function
 * @param megabytes resident memory by what has it, with one parked environment of each function and nothing else
 */
record Restores(Map<String, Samples> samples, Map<String, Integer> megabytes) {
    private static final int ROUNDS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What follows by itself from an order. */
    private static final List<String> WORKERS = List.of("FulfilOrders", "ProjectRevenue", "MeterOrders");

    private static final double NANOS_PER_MILLISECOND = 1e6;

    static Restores measure(OrdersRun run, OrderTimes orders) throws IOException, InterruptedException {
        Map<String, Samples> samples = new TreeMap<>();
        try (ApiConnection caller = run.connect(OrdersRun.user(0))) {
            Map<String, Use> uses = new FunctionUses(caller).all();
            for (int round = 0; round <= ROUNDS; round++) {
                for (Map.Entry<String, Use> use : uses.entrySet()) {
                    use.getValue().run();
                    orders.awaitDecisions();
                    awaitParked(run, use.getKey());
                }
                endIdle(run);
                run.takeReports().stream().filter(Restores::isRestore).forEach(report -> add(samples, report));
            }
        }
        return new Restores(samples, memory());
    }

    private static void awaitParked(OrdersRun run, String function) {
        OrdersRun.await("a spare of " + function, LIMIT, () -> run.local().hasParked(function));
    }

    /** Workers too are idle then, so that one parked environment of each function is left. */
    private static void endIdle(OrdersRun run) throws InterruptedException {
        if (!run.local().activity().awaitQuiet(LIMIT)) {
            throw new IllegalStateException("The workers are still busy after " + LIMIT.toSeconds() + " s.");
        }
        WORKERS.forEach(worker -> awaitParked(run, worker));
        run.local().endIdle();
    }

    /** One whose snapshot had to be made first says nothing about a restore. */
    private static boolean isRestore(Report report) {
        return report.start() == Start.RESTORED && report.snapshot().isEmpty();
    }

    private static void add(Map<String, Samples> samples, Report report) {
        String function = report.environmentId().replaceFirst("-\\d+$", "");
        samples.computeIfAbsent(function, _ -> new Samples())
                .add(report.preparation().plus(report.duration()).toNanos() / NANOS_PER_MILLISECOND);
    }

    private static Map<String, Integer> memory() {
        Map<String, Integer> megabytes = new TreeMap<>();
        megabytes.put(
                Processes.count(Processes::isFunction) + " parked environments",
                Processes.megabytes(Processes::isFunction));
        megabytes.put("engines", Processes.megabytes(Processes::isEngine));
        megabytes.put("the run itself", Processes.ownMegabytes());
        return megabytes;
    }

    private int sum() {
        return megabytes.values().stream().mapToInt(Integer::intValue).sum();
    }

    String table() {
        StringBuilder table = new StringBuilder("%nRestore of a parked environment to its first answer%n".formatted());
        samples.forEach(
                (function, values) -> table.append("  %-20s median %8.1f ms  lowest %8.1f  highest %8.1f  (%d)%n"
                        .formatted(function, values.median(), values.lowest(), values.highest(), values.count())));
        table.append("%nResident memory with every function parked: %,d MB%n".formatted(sum()));
        megabytes.forEach((who, size) -> table.append("  %-26s %,6d MB%n".formatted(who, size)));
        return table.toString();
    }

    Map<String, Object> fields() {
        Map<String, Object> restored = new TreeMap<>();
        samples.forEach((function, values) -> restored.put(function, values.values()));
        return Map.of("parkedRestoreMilliseconds", restored, "residentMegabytes", megabytes);
    }
}
