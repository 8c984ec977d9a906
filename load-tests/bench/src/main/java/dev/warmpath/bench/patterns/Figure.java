package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Round;
import java.util.Optional;

/** What is told of each way of doing a work, by call. */
enum Figure {
    LATENCY("latency", "latency p50", "ms") {
        @Override
        double of(Round round, Optional<Bill> bill) {
            return round.median();
        }
    },
    CALLS("calls", "calls", "") {
        @Override
        double of(Round round, Optional<Bill> bill) {
            return (double) round.used().calls() / round.calls();
        }
    },
    READ_UNITS("readUnits", "read units", "") {
        @Override
        double of(Round round, Optional<Bill> bill) {
            return round.used().readUnits() / round.calls();
        }
    },
    WRITE_UNITS("writeUnits", "write units", "") {
        @Override
        double of(Round round, Optional<Bill> bill) {
            return round.used().writeUnits() / round.calls();
        }
    },
    CPU("cpu", "CPU", "ms") {
        @Override
        double of(Round round, Optional<Bill> bill) {
            return round.cpu().toNanos() / NANOS_PER_MILLISECOND / round.calls();
        }
    },
    COST("cost", "cost per million", "$") {
        @Override
        double of(Round round, Optional<Bill> bill) {
            return bill.map(of -> of.perMillion(round)).orElse(0.0);
        }

        @Override
        boolean applies(Round total, Optional<Bill> bill) {
            return bill.isPresent();
        }
    };

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final String key;
    private final String title;
    private final String unit;

    Figure(String key, String title, String unit) {
        this.key = key;
        this.title = title;
        this.unit = unit;
    }

    /** Its name in JSON. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    abstract double of(Round round, Optional<Bill> bill);

    /** Whether there is any of it. */
    boolean applies(Round total, Optional<Bill> bill) {
        return of(total, bill) > 0;
    }
}
