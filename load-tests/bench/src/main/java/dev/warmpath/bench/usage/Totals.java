package dev.warmpath.bench.usage;

import dev.warmpath.local.LocalRun;
import dev.warmpath.local.frontdoor.Call;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.Capacity;
import dev.warmpath.local.frontdoor.Capacity.Used;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Service;
import dev.warmpath.local.sqs.PollerRequests;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a run has counted since its start, at one moment. */
record Totals(Map<Call, Long> calls, Map<Call, Double> units, PollerRequests pollers) {
    static final Totals ZERO = new Totals(Map.of(), Map.of(), PollerRequests.NONE);

    static Totals of(LocalRun run) {
        FrontDoor door = run.frontDoor();
        return new Totals(
                door.calls().all().stream().collect(Collectors.toMap(Count::call, Count::calls)),
                door.capacity().all().stream().collect(Collectors.toMap(Used::call, Used::units)),
                run.activity().pollerRequests());
    }

    Totals minus(Totals earlier) {
        Map<Call, Long> newCalls = calls.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, now -> now.getValue() - earlier.calls.getOrDefault(now.getKey(), 0L)));
        Map<Call, Double> newUnits = units.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, now -> now.getValue() - earlier.units.getOrDefault(now.getKey(), 0.0)));
        return new Totals(newCalls, newUnits, pollers.minus(earlier.pollers));
    }

    /** By service and operation; of SQS, as many as are billed. */
    Map<String, Long> callsOf(String function) {
        Map<String, Long> byOperation = new TreeMap<>();
        calls.forEach((call, count) -> {
            long billed = call.service().equals(Service.SQS)
                    ? Math.max(count, units.getOrDefault(call, 0.0).longValue())
                    : count;
            if (call.function().equals(function) && billed > 0) {
                byOperation.put(call.service() + "." + call.operation(), billed);
            }
        });
        return byOperation;
    }

    double readUnits(String function) {
        return units(function, Capacity::isRead);
    }

    double writeUnits(String function) {
        return units(function, call -> !Capacity.isRead(call));
    }

    private double units(String function, Predicate<Call> which) {
        return units.entrySet().stream()
                .filter(entry -> entry.getKey().service().equals(Service.DYNAMODB))
                .filter(entry -> entry.getKey().function().equals(function) && which.test(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
