package dev.warmpath.orders.data;

/**
 * An exact amount.
 *
 * @param amount in minor units, such as cents
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {}
