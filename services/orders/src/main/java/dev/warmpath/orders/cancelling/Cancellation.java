package dev.warmpath.orders.cancelling;

import dev.warmpath.orders.data.Order;

/** What came of the wish to cancel an order. */
public sealed interface Cancellation {
    /** The order is cancelled, now or before. */
    record Cancelled(Order order) implements Cancellation {}

    record Missing() implements Cancellation {}

    /** Only its owner may cancel it here, and is suspended. */
    record OwnerSuspended() implements Cancellation {}

    /** It was rejected before. */
    record Rejected() implements Cancellation {}

    /** It or its owner changed each time between the look at it and the attempt. */
    record Unsettled() implements Cancellation {}
}
