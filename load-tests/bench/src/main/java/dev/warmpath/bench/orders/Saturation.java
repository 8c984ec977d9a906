package dev.warmpath.bench.orders;

import dev.warmpath.bench.measure.Pause;
import dev.warmpath.bench.measure.Processes;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.orders.OrderTimes.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many orders this machine accepts and fulfils per second while callers place one after the other, and who takes the CPU
 * time meanwhile.
 *
 * @param cpu by whom, in CPUs
 * @param drained how many orders per second were fulfilled of those left when the callers had gone; 0 if none were
 */
record Saturation(
        int callers,
        Duration window,
        long accepted,
        long fulfilled,
        double drained,
        int invocations,
        Map<String, Double> cpu,
        Samples latency) {
    private static final int CALLERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /** @param emptyCpu what an invocation of an empty function takes of CPU time */
    static Saturation measure(OrdersRun run, OrderTimes orders, Duration emptyCpu) throws InterruptedException {
        Instant start = Instant.now();
        OrderLoad load = OrderLoad.closed(run, CALLERS);
        pause(WARM_UP);
        run.takeReports();
        Instant from = Instant.now();
        long acceptedBefore = load.accepted();
        Map<String, Duration> before = cpu(load);
        pause(WINDOW);
        Map<String, Duration> after = cpu(load);
        long accepted = load.accepted() - acceptedBefore;
        int invocations = run.takeReports().size();
        Instant to = Instant.now();
        Samples latency = load.end();
        Instant gone = Instant.now();
        orders.awaitDecisions();
        List<Times> times = orders.since(start);
        return new Saturation(
                CALLERS,
                Duration.between(from, to),
                accepted,
                count(times, from, to),
                drained(times, gone),
                invocations,
                shares(before, after, Duration.between(from, to), emptyCpu.multipliedBy(invocations)),
                latency);
    }

    private static void pause(Duration time) {
        Pause.until(System.nanoTime() + time.toNanos());
    }

    private static Map<String, Duration> cpu(OrderLoad load) {
        Duration callers = load.cpu();
        Map<String, Duration> cpu = new LinkedHashMap<>();
        cpu.put("engines", Processes.cpu(Processes::isEngine));
        cpu.put("functions", Processes.cpu(Processes::isFunction));
        cpu.put("the run itself", ThisProcess.cpu().minus(callers));
        cpu.put("callers", callers);
        return cpu;
    }

    /** The runtime client's part of the functions' JVMs is what an empty function takes, as often as they were invoked. */
    private static Map<String, Double> shares(
            Map<String, Duration> before, Map<String, Duration> after, Duration window, Duration runtimeClient) {
        Map<String, Double> shares = new LinkedHashMap<>();
        after.forEach((who, cpu) -> shares.put(who, ratio(cpu.minus(before.get(who)), window)));
        double client = ratio(runtimeClient, window);
        shares.put("functions, of it the runtime client", client);
        shares.put("functions, of it ours and the SDK's", shares.get("functions") - client);
        return shares;
    }

    private static double ratio(Duration part, Duration whole) {
        return (double) part.toNanos() / whole.toNanos();
    }

    private static long count(List<Times> times, Instant from, Instant to) {
        return times.stream()
                .map(Times::confirmed)
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .count();
    }

    private static double drained(List<Times> times, Instant gone) {
        List<Instant> later = times.stream()
                .map(Times::confirmed)
                .filter(at -> at.isAfter(gone))
                .sorted()
                .toList();
        return later.isEmpty()
                ? 0
                : later.size() / ratio(Duration.between(gone, later.getLast()), Duration.ofSeconds(1));
    }

    double perSecond(long orders) {
        return orders / ratio(window, Duration.ofSeconds(1));
    }

    String table() {
        StringBuilder table =
                new StringBuilder("%nOrders as fast as %d callers get their answers, %d s after %d s of warm-up%n"
                        .formatted(callers, window.toSeconds(), WARM_UP.toSeconds()));
        table.append("  accepted %.1f a second (p50 %.1f ms, p99 %.1f), fulfilled %.1f a second meanwhile"
                .formatted(
                        perSecond(accepted), latency.median(), latency.p99().orElse(Double.NaN), perSecond(fulfilled)));
        table.append(drained == 0 ? "%n".formatted() : " and %.1f afterwards%n".formatted(drained));
        cpu.forEach((who, cpus) -> table.append("  %-38s %5.2f CPUs%n".formatted(who, cpus)));
        return table.toString();
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("callers", callers);
        fields.put("windowMilliseconds", window.toMillis());
        fields.put("accepted", accepted);
        fields.put("fulfilled", fulfilled);
        fields.put("fulfilledASecondAfterwards", drained);
        fields.put("invocations", invocations);
        fields.put("cpus", cpu);
        fields.put("latencyMilliseconds", latency.values());
        return fields;
    }
}
