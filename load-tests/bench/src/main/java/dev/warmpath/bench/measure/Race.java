package dev.warmpath.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same work done in several ways, in short rounds that take turns, so that all meet the same moods of the machine.
 *
 * @param results of each way, the one that the others are compared with first
 */
public record Race(String name, List<Result> results) {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** One way of doing it, and how much CPU time those whose cost counts have taken so far. */
    public record Way(String name, Call call, Supplier<Duration> cpu) {}

    /** How often each way is gone. */
    public record Pace(int warmUpCalls, int rounds, int callsARound) {}

    /**
     * What one way took.
     *
     * @param latency in milliseconds
     * @param cpu in milliseconds per 1,000 calls
     * @param ratios of this way's median to the first one's, by round
     */
    public record Result(String name, Samples latency, double cpu, Samples ratios) {}

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
        private Duration cpu = Duration.ZERO;

        Lane(Way way) {
            this.way = way;
        }

        /** The median of the round, in milliseconds. */
        double round(int calls) throws IOException, InterruptedException {
            Samples round = new Samples();
            Duration before = way.cpu().get();
            call(calls, round);
            cpu = cpu.plus(way.cpu().get().minus(before));
            round.values().forEach(latency::add);
            return round.median();
        }

        void call(int calls, Samples into) throws IOException, InterruptedException {
            for (int call = 0; call < calls; call++) {
                into.add(way.call().run().toNanos() / NANOS_PER_MILLISECOND);
            }
        }

        Result result() {
            double perThousand = cpu.toNanos() / NANOS_PER_MILLISECOND * 1_000 / latency.count();
            return new Result(way.name(), latency, perThousand, ratios);
        }
    }
}
