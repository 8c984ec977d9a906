package dev.warmpath.local.frontdoor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Predicate;

/**
 * What calls used of the units that their service is billed by: request units of DynamoDB, requests of SQS. It is measured only
 * while {@link #meter} is on.
 *
 * <p>DynamoDB tells what a call consumed only if it is asked to, so each call is made to ask, and its answer has a field more,
 * which the SDK passes over. An operation of DynamoDB reads or writes; what PartiQL statements consume is not measured.
 */
public final class Capacity {
    /** Units that a call used, such as 0.5 of {@code GetItem}. */
    public record Used(Call call, double units) {}

    private static final Comparator<Used> ORDER = Comparator.comparing(
                    (Used used) -> used.call().service())
            .thenComparing(used -> used.call().function())
            .thenComparing(used -> used.call().operation());

    private volatile boolean metered;
    private volatile Map<Call, DoubleAdder> units = new ConcurrentHashMap<>();

    Capacity() {}

    /** Off at the start, since it adds some microseconds to each call. */
    public void meter(boolean on) {
        metered = on;
    }

    /** By service, function and operation. */
    public List<Used> all() {
        return units.entrySet().stream()
                .map(entry -> new Used(entry.getKey(), entry.getValue().sum()))
                .sorted(ORDER)
                .toList();
    }

    /** Read request units of DynamoDB that a function consumed. */
    public double readUnits(String function) {
        return sum(used -> isDynamoDb(used.call(), function) && isRead(used.call()));
    }

    /** Write request units of DynamoDB that a function consumed. */
    public double writeUnits(String function) {
        return sum(used -> isDynamoDb(used.call(), function) && !isRead(used.call()));
    }

    /** Whether a call of DynamoDB is billed by read request units, not by write request units. */
    public static boolean isRead(Call call) {
        return ConsumedCapacity.READS.contains(call.operation());
    }

    private static boolean isDynamoDb(Call call, String function) {
        return call.service().equals(Service.DYNAMODB) && call.function().equals(function);
    }

    private double sum(Predicate<Used> which) {
        return all().stream().filter(which).mapToDouble(Used::units).sum();
    }

    /** Starts again from zero. */
    public void reset() {
        units = new ConcurrentHashMap<>();
    }

    /** The request that tells in its answer what it used, or the same. */
    Message asking(Call call, Protocol protocol, Message request) {
        return metered ? protocol.askingForUnits(call.operation(), request) : request;
    }

    void add(Call call, Protocol protocol, Message request, Message answer) {
        if (metered) {
            double used = protocol.units(call.operation(), request, answer);
            if (used > 0) {
                units.computeIfAbsent(call, _ -> new DoubleAdder()).add(used);
            }
        }
    }
}
