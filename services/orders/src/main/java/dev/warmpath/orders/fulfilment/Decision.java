package dev.warmpath.orders.fulfilment;

import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Reason;
import java.util.List;

/** What is to become of an order, as far as that can be told without its stock. */
sealed interface Decision {
    /**
     * It is fulfilled if there is stock for it.
     *
     * @param lines with their prices
     */
    record Confirmation(List<OrderLine> lines, Money total) implements Decision {}

    record Rejection(Reason reason) implements Decision {}
}
