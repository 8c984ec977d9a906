package dev.warmpath.orders.fulfilment;

/**
 * What a run did with orders that were due.
 *
 * @param sent again to the workers
 * @param unsent that could not be sent this time, and wait for their next attempt
 * @param unprocessable rejected after the last attempt
 */
public record Requeued(int sent, int unsent, int unprocessable) {
    static final Requeued NONE = new Requeued(0, 0, 0);

    Requeued plus(Requeued other) {
        return new Requeued(sent + other.sent, unsent + other.unsent, unprocessable + other.unprocessable);
    }
}
