package dev.warmpath.orders.fulfilment;

import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a pending order is sent to the workers again: each time after twice the wait before, up to a longest one.
 *
 * @param first how long after it was placed it is sent again for the first time
 * @param attempts how often it is sent again
 */
public record RequeueSchedule(Duration first, int attempts) {
    static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** Beyond this, doubling a second passes the longest wait. */
    private static final int MOST_DOUBLINGS = 15;

    /**
     * The attempt that follows one that is made now.
     *
     * @return empty if there is none left to be made
     */
    Optional<Attempt> after(Attempt due, Instant now) {
        if (due.number() >= attempts) {
            return Optional.empty();
        }
        int number = due.number() + 1;
        return Optional.of(new Attempt(number, Timestamps.exact(now.plus(waitAfter(number)))));
    }

    /** How long after its n-th attempt an order waits for the next one, or for its end. */
    Duration waitAfter(int number) {
        Duration longest = first.compareTo(LONGEST_WAIT) < 0 ? LONGEST_WAIT : first;
        Duration doubled = first.multipliedBy(1L << Math.min(number, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
