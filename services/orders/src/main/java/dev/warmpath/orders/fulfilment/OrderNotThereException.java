package dev.warmpath.orders.fulfilment;

/** A message came before the row of its order. That is nothing unusual, and so without a stack trace. */
public final class OrderNotThereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrderNotThereException(String orderId) {
        super("Order " + orderId + " has no row yet", null, false, false);
    }
}
