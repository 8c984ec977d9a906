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

    private volatile Tallies tallies = new Tallies();

    Calls() {}

    /** Calls of an operation by a function, such as {@code of("GetUser", "GetItem")}. */
    public long of(String function, String operation) {
        return sum(call -> call.function().equals(function) && call.operation().equals(operation));
    }

    /** All calls by a function. */
    public long of(String function) {
        return sum(call -> call.function().equals(function));
    }

    /** The highest number of a function's calls, of whatever service and operation, that was under way at one time. */
    public int mostAtOnce(String function) {
        return tallies.ofFunction(function).most.get();
    }

    private long sum(Predicate<Call> which) {
        return all().stream()
                .filter(count -> which.test(count.call()))
                .mapToLong(Count::calls)
                .sum();
    }

    /** By service, function and operation. */
    public List<Count> all() {
        return tallies.ofCalls.entrySet().stream()
                .map(entry -> entry.getValue().count(entry.getKey()))
                .sorted(ORDER)
                .toList();
    }

    /** Starts again from zero; calls that are under way belong to what was. */
    public void reset() {
        tallies = new Tallies();
    }

    Tally begin(Call call) {
        Tally tally = tallies.of(call);
        tally.begin();
        return tally;
    }

    private static final class Tallies {
        private final Map<Call, Tally> ofCalls = new ConcurrentHashMap<>();
        private final Map<String, UnderWay> ofFunctions = new ConcurrentHashMap<>();

        private Tally of(Call call) {
            return ofCalls.computeIfAbsent(call, _ -> new Tally(ofFunction(call.function())));
        }

        private UnderWay ofFunction(String name) {
            return ofFunctions.computeIfAbsent(name, _ -> new UnderWay());
        }
    }

    static final class Tally {
        private final LongAdder calls = new LongAdder();
        private final LongAdder faults = new LongAdder();
        private final UnderWay underWay = new UnderWay();
        private final UnderWay ofFunction;

        private Tally(UnderWay ofFunction) {
            this.ofFunction = ofFunction;
        }

        private void begin() {
            calls.increment();
            underWay.begin();
            ofFunction.begin();
        }

        void faulted() {
            faults.increment();
        }

        void end() {
            underWay.end();
            ofFunction.end();
        }

        private Count count(Call call) {
            return new Count(call, calls.sum(), faults.sum(), underWay.most.get());
        }
    }

    private static final class UnderWay {
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        private void begin() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
        }

        private void end() {
            now.decrementAndGet();
        }
    }
}
