package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.plan.Phase;
import java.time.Duration;

/** When the requests of a recording are due. */
abstract sealed class Pace {
    private static final Duration BEFORE_THE_FIRST = Duration.ofMillis(100);

    private volatile long started;

    static Pace of(Phase phase) {
        return phase.model() == Model.OPEN ? new Open(phase.perSecond()) : new Closed(phase.length());
    }

    /** Of requests that are all made, each as soon as a caller is free. */
    static Pace unhurried() {
        return new Closed(Duration.ofDays(1));
    }

    /** From when on requests are due, by {@link System#nanoTime}. */
    void start() {
        startAt(System.nanoTime() + BEFORE_THE_FIRST.toNanos());
    }

    void startAt(long nanos) {
        started = nanos;
    }

    long started() {
        return started;
    }

    /** By {@link System#nanoTime}. */
    abstract long due(int position);

    /** Whether no further request is to be made. */
    abstract boolean isOver();

    /** At fixed times, however long those before take. */
    static final class Open extends Pace {
        private static final double NANOS_PER_SECOND = 1e9;

        private final double apart;

        Open(double perSecond) {
            this.apart = NANOS_PER_SECOND / perSecond;
        }

        @Override
        long due(int position) {
            return started() + Math.round(position * apart);
        }

        @Override
        boolean isOver() {
            return false;
        }
    }

    /** As soon as a caller is free, for some time. */
    static final class Closed extends Pace {
        private final Duration length;

        Closed(Duration length) {
            this.length = length;
        }

        @Override
        long due(int position) {
            return Math.max(started(), System.nanoTime());
        }

        @Override
        boolean isOver() {
            return System.nanoTime() - started() > length.toNanos();
        }
    }
}
