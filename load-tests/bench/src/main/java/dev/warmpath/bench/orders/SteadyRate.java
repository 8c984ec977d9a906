package dev.warmpath.bench.orders;

import dev.warmpath.bench.measure.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Orders at a rate that this machine keeps up with.
 *
 * @param latency from when each was due to its answer, in milliseconds
 * @param age from when each was placed to its being confirmed, in milliseconds
 */
record SteadyRate(int perSecond, int orders, Samples latency, Samples age) {
    private static final int PER_SECOND = 20;
    private static final int ORDERS = 800;

    /** Enough that one is free when an order is due. */
    private static final int CALLERS = 20;

    private static final double NANOS_PER_MILLISECOND = 1e6;

    static SteadyRate measure(OrdersRun run, OrderTimes orders) throws InterruptedException {
        Instant start = Instant.now();
        Samples latency = OrderLoad.open(run, CALLERS, PER_SECOND, ORDERS).end();
        orders.awaitDecisions();
        Samples age = new Samples();
        orders.since(start).stream()
                .map(OrderTimes.Times::age)
                .map(Duration::toNanos)
                .forEach(nanos -> age.add(nanos / NANOS_PER_MILLISECOND));
        return new SteadyRate(PER_SECOND, ORDERS, latency, age);
    }

    String table() {
        return "%nOrders at a steady %d a second (%d of them)%n".formatted(perSecond, orders)
                + line("until accepted", latency)
                + line("age at fulfilment", age);
    }

    private static String line(String name, Samples samples) {
        return "  %-20s p50 %8.1f ms  p90 %8.1f  p99 %8.1f  highest %8.1f%n"
                .formatted(name, samples.median(), samples.p90(), samples.p99().orElse(Double.NaN), samples.highest());
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("perSecond", perSecond);
        fields.put("latencyMilliseconds", latency.values());
        fields.put("ageMilliseconds", age.values());
        return fields;
    }
}
