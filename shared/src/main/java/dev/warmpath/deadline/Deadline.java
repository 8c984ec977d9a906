package dev.warmpath.deadline;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which work must be done, on a clock that never steps. */
public final class Deadline {
    /** Enough to write an answer, its metrics and its trace. */
    private static final Duration RESERVE = Duration.ofMillis(300);

    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    /** A little before Lambda ends the invocation, so that there is still time to answer. */
    public static Deadline of(Context invocation) {
        return in(Duration.ofMillis(invocation.getRemainingTimeInMillis()).minus(RESERVE));
    }

    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    /** On a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one. */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /** A little later: for who waits for work that keeps to this deadline by itself, and then tells what is done. */
    public Deadline extendedBy(Duration grace) {
        return new Deadline(nanoTime, end + grace.toNanos());
    }

    /** This one, or the end of a time that begins now, whichever comes first: for a part of the work. */
    public Deadline within(Duration longest) {
        return remaining().compareTo(longest) < 0 ? this : in(longest, nanoTime);
    }

    /** The time left; zero once it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    public boolean isOver() {
        return remaining().isZero();
    }
}
