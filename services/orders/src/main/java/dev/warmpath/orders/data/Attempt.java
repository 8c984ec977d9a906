package dev.warmpath.orders.data;

import java.time.Instant;

/**
 * When a pending order is sent to the workers again, should they not have decided on it by then.
 *
 * @param number how often it was sent again before
 */
public record Attempt(int number, Instant at) {}
