package dev.warmpath.local.frontdoor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** How many calls each function made of each operation, attempts that failed or were repeated included. */
public final class Calls {
    /**
     * How often a call was made.
     *
     * @param calls all of them, as they arrived
     * @param faults how many of them met a rule
     * @param mostAtOnce the highest number that was under way at one time
     */
    public record Count(Call call, long calls, long faults, int mostAtOnce) {}

    private static final Comparator<Count> ORDER = Comparator.comparing(
                    (Count count) -> count.call().service())
            .thenComparing(count -> count.call().function())
            .thenComparing(count -> count.call().operation());

    private volatile Map<Call, Tally> tallies = new ConcurrentHashMap<>();

    Calls() {}

    /** Calls of an operation by a function, such as {@code of("GetUser", "GetItem")}. */
    public long of(String function, String operation) {
        return sum(call -> call.function().equals(function) && call.operation().equals(operation));
    }

    /** All calls by a function. */
    public long of(String function) {
        return sum(call -> call.function().equals(function));
    }

    private long sum(Predicate<Call> which) {
        return all().stream()
                .filter(count -> which.test(count.call()))
                .mapToLong(Count::calls)
                .sum();
    }

    /** By service, function and operation. */
    public List<Count> all() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().count(entry.getKey()))
                .sorted(ORDER)
                .toList();
    }

    /** Starts again from zero; calls that are under way belong to what was. */
    public void reset() {
        tallies = new ConcurrentHashMap<>();
    }

    Tally begin(Call call) {
        Tally tally = tallies.computeIfAbsent(call, _ -> new Tally());
        tally.begin();
        return tally;
    }

    static final class Tally {
        private final LongAdder calls = new LongAdder();
        private final LongAdder faults = new LongAdder();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();

        private void begin() {
            calls.increment();
            mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        }

        void faulted() {
            faults.increment();
        }

        void end() {
            underWay.decrementAndGet();
        }

        private Count count(Call call) {
            return new Count(call, calls.sum(), faults.sum(), mostAtOnce.get());
        }
    }
}
