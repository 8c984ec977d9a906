package dev.warmpath.local.frontdoor;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long each call is held back before it goes on to the engine, which then takes its own time. */
public sealed interface Latency {
    Duration next(RandomGenerator random);

    /** The same for each call. */
    record Fixed(Duration delay) implements Latency {
        /** @throws IllegalArgumentException if the delay is negative */
        public Fixed {
            require(!delay.isNegative(), "A delay is not negative, as " + delay + " is.");
        }

        @Override
        public Duration next(RandomGenerator random) {
            return delay;
        }
    }

    /** One of these for each call, all of them equally likely. */
    record Sampled(List<Duration> delays) implements Latency {
        /** @throws IllegalArgumentException if there is none, or one is negative */
        public Sampled {
            delays = List.copyOf(delays);
            require(!delays.isEmpty(), "Sampled delays are one or more.");
            require(delays.stream().noneMatch(Duration::isNegative), "No delay is negative: " + delays + ".");
        }

        @Override
        public Duration next(RandomGenerator random) {
            return delays.get(random.nextInt(delays.size()));
        }
    }

    /** Log-normal, which has the long tail that calls over a network have. */
    record LogNormal(Duration p50, Duration p99) implements Latency {
        /** How many standard deviations the 99th percentile of a normal distribution lies above its median. */
        private static final double P99 = 2.3263478740408408;

        /** @throws IllegalArgumentException if the p50 is not above 0, or the p99 below it */
        public LogNormal {
            require(p50.isPositive(), "A p50 is above 0, not " + p50 + ".");
            require(p99.compareTo(p50) >= 0, "A p99 is not below the p50, as " + p99 + " is below " + p50 + ".");
        }

        @Override
        public Duration next(RandomGenerator random) {
            double spread = Math.log((double) p99.toNanos() / p50.toNanos()) / P99;
            return Duration.ofNanos((long) (p50.toNanos() * Math.exp(spread * random.nextGaussian())));
        }
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
