package dev.warmpath.bench.cost;

import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How much of each item a million requests use. */
final class Quantities {
    private static final double MILLION = 1e6;
    private static final double MEGABYTES_IN_A_GIGABYTE = 1_024;
    private static final double MILLISECONDS_IN_A_SECOND = 1_000;

    /** Not the binary one: it makes logs dearer by 7 %, which errs on the safe side. */
    private static final double BYTES_IN_A_GIGABYTE = 1e9;

    private static final String SQS = "sqs.";

    private final Usage usage;
    private final Standing standing;
    private final Traffic traffic;

    Quantities(Usage usage, Standing standing, Traffic traffic) {
        if (usage.requests() < 1) {
            throw new IllegalArgumentException("A usage of no requests has no cost per request.");
        }
        this.usage = usage;
        this.standing = standing;
        this.traffic = traffic;
    }

    Map<Item, Double> perMillion() {
        Map<Item, Double> quantities = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            quantities.put(item, of(item));
        }
        return quantities;
    }

    private double of(Item item) {
        return switch (item) {
            case HTTP_API_REQUESTS, API_INVOCATIONS -> MILLION;
            case WORKER_INVOCATIONS -> scaled(workerInvocations());
            case GB_SECONDS -> scaled(sum(Quantities::gigabyteSeconds));
            case READ_UNITS -> scaled(sum(FunctionUsage::readUnits));
            case WRITE_UNITS -> scaled(sum(FunctionUsage::writeUnits));
            case SQS_REQUESTS -> scaled(sum(Quantities::sqsCalls) + usage.pollerRequests());
            case IDLE_RECEIVES -> traffic.perMillion(standing.idleReceives());
            case FUNCTION_LOGS -> scaled(sum(FunctionUsage::logBytes) / BYTES_IN_A_GIGABYTE);
            case ACCESS_LOGS -> MILLION * standing.accessLogBytes() / BYTES_IN_A_GIGABYTE;
            case TRACES -> standing.traced() ? traffic.tracesPerMillion(scaled(sum(FunctionUsage::invocations))) : 0;
            case CUSTOM_METRICS -> traffic.perMillion(distinctMetrics());
            case ALARMS -> traffic.perMillion(standing.alarms());
        };
    }

    private double scaled(double measured) {
        return measured * MILLION / usage.requests();
    }

    private double sum(ToDoubleFunction<FunctionUsage> of) {
        return usage.functions().values().stream().mapToDouble(of).sum();
    }

    /** Those that no request of the API makes, of which each one makes one. */
    private double workerInvocations() {
        return Math.max(0, sum(FunctionUsage::invocations) - usage.requests());
    }

    private static double gigabyteSeconds(FunctionUsage function) {
        return function.billedMilliseconds()
                / MILLISECONDS_IN_A_SECOND
                * function.memoryMegabytes()
                / MEGABYTES_IN_A_GIGABYTE;
    }

    private static double sqsCalls(FunctionUsage function) {
        return function.calls().entrySet().stream()
                .filter(call -> call.getKey().startsWith(SQS))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private long distinctMetrics() {
        return usage.functions().values().stream()
                .flatMap(function -> function.metrics().stream())
                .distinct()
                .count();
    }
}
