package dev.warmpath.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same done in two ways, in short rounds that take turns, so that both meet the same moods of the machine.
 *
 * @param ratios of the second way's median to the first's, by round
 */
record Comparison(String name, Side direct, Side through, Samples ratios) {
    private static final int ROUNDS = 20;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** One way of doing it, and how much CPU time those whose cost counts have taken so far. */
    record Way(Call call, Supplier<Duration> cpu) {}

    /** @param cpu in milliseconds per 1,000 calls */
    record Side(Samples latency, double cpu) {}

    /** Does it once and tells how long that took. */
    @FunctionalInterface
    interface Call {
        Duration run() throws IOException, InterruptedException;
    }

    static Comparison of(String name, int callsARound, Way direct, Way through)
            throws IOException, InterruptedException {
        Lane first = new Lane(direct);
        Lane second = new Lane(through);
        first.warmUp();
        second.warmUp();
        Samples ratios = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            double before = first.round(callsARound);
            ratios.add(second.round(callsARound) / before);
        }
        return new Comparison(name, first.side(), second.side(), ratios);
    }

    /** In milliseconds, at the median. */
    double added() {
        return through.latency().median() - direct.latency().median();
    }

    private static final class Lane {
        private static final int WARM_UP_CALLS = 3_000;

        private final Way way;
        private final List<Samples> rounds = new ArrayList<>();
        private Duration cpu = Duration.ZERO;

        Lane(Way way) {
            this.way = way;
        }

        void warmUp() throws IOException, InterruptedException {
            for (int call = 0; call < WARM_UP_CALLS; call++) {
                way.call().run();
            }
        }

        /** The median of the round, in milliseconds. */
        double round(int calls) throws IOException, InterruptedException {
            Samples samples = new Samples();
            Duration before = way.cpu().get();
            for (int call = 0; call < calls; call++) {
                samples.add(way.call().run().toNanos() / NANOS_PER_MILLISECOND);
            }
            cpu = cpu.plus(way.cpu().get().minus(before));
            rounds.add(samples);
            return samples.median();
        }

        Side side() {
            Samples all = new Samples();
            rounds.forEach(round -> round.values().forEach(all::add));
            return new Side(all, cpu.toNanos() / NANOS_PER_MILLISECOND * 1_000 / all.count());
        }
    }
}
