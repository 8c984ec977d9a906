package dev.warmpath.orders.placing;

import dev.warmpath.orders.data.Order;

/** What came of placing an order. */
public sealed interface Placement {
    /**
     * It is in the table.
     *
     * @param order as it is there; decided on already, if this was a repetition
     * @param anew whether it was not there before
     */
    record Placed(Order order, boolean anew) implements Placement {}

    /** Its key names an order of something else. */
    record KeyTaken() implements Placement {}

    /** It is not known to be in the table: there was no answer in time. */
    record Unknown() implements Placement {}
}
