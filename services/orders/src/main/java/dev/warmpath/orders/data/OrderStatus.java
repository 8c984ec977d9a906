package dev.warmpath.orders.data;

/** Where an order is on its way. Only PENDING and CONFIRMED change. */
public enum OrderStatus {
    /** Accepted, and not looked at yet. */
    PENDING,
    /** Its stock is taken. */
    CONFIRMED,
    /** It cannot be fulfilled; no stock was taken. */
    REJECTED,
    /** Withdrawn; stock that it had taken is back. */
    CANCELLED
}
