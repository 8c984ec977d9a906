package dev.warmpath.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same work done in several ways, in short rounds that take turns, so that all meet the same moods of the machine.
 *
 * @param results of each way, the one that the others are compared with first
 */
public record Race(String name, List<Result> results) {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /**
     * One way of doing it.
     *
     * @param cpu time that those whose cost counts have taken so far
     * @param used by its calls so far
     */
    public record Way(String name, Call call, Supplier<Duration> cpu, Supplier<Used> used) {
        public Way(String name, Call call, Supplier<Duration> cpu) {
            this(name, call, cpu, () -> Used.NOTHING);
        }
    }

    /** How often each way is gone. */
    public record Pace(int warmUpCalls, int rounds, int callsARound) {}

    /**
     * What one way took.
     *
     * @param latency in milliseconds
     * @param cpu in milliseconds per 1,000 calls
     * @param ratios of this way's median to the first one's, by round
     * @param rounds in their order
     */
    public record Result(String name, Samples latency, double cpu, Samples ratios, List<Round> rounds) {}

    /** Does it once and tells how long that took. */
    @FunctionalInterface
    public interface Call {
        Duration run() throws IOException, InterruptedException;
    }

    /** Work that is timed from here. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, InterruptedException;
    }

    public static Call timed(Work work) {
        return () -> {
            long before = System.nanoTime();
            work.run();
            return Duration.ofNanos(System.nanoTime() - before);
        };
    }

    public static Race of(String name, Pace pace, List<Way> ways) throws IOException, InterruptedException {
        List<Lane> lanes = ways.stream().map(Lane::new).toList();
        for (Lane lane : lanes) {
            lane.call(pace.warmUpCalls(), new Samples());
        }
        for (int round = 0; round < pace.rounds(); round++) {
            double reference = lanes.getFirst().round(pace.callsARound());
            lanes.getFirst().ratios.add(1);
            for (Lane lane : lanes.subList(1, lanes.size())) {
                lane.ratios.add(lane.round(pace.callsARound()) / reference);
            }
        }
        return new Race(name, lanes.stream().map(Lane::result).toList());
    }

    private static final class Lane {
        private final Way way;
        private final Samples latency = new Samples();
        private final Samples ratios = new Samples();
        private final List<Round> rounds = new ArrayList<>();

        Lane(Way way) {
            this.way = way;
        }

        /** The median of the round, in milliseconds. */
        double round(int calls) throws IOException, InterruptedException {
            Samples samples = new Samples();
            Duration cpu = way.cpu().get();
            Used used = way.used().get();
            call(calls, samples);
            rounds.add(new Round(
                    calls,
                    samples.median(),
                    samples.sum(),
                    way.cpu().get().minus(cpu),
                    way.used().get().minus(used)));
            samples.values().forEach(latency::add);
            return samples.median();
        }

        void call(int calls, Samples into) throws IOException, InterruptedException {
            for (int call = 0; call < calls; call++) {
                into.add(way.call().run().toNanos() / NANOS_PER_MILLISECOND);
            }
        }

        Result result() {
            Duration cpu = rounds.stream().map(Round::cpu).reduce(Duration.ZERO, Duration::plus);
            double perThousand = cpu.toNanos() / NANOS_PER_MILLISECOND * 1_000 / latency.count();
            return new Result(way.name(), latency, perThousand, ratios, List.copyOf(rounds));
        }
    }
}
