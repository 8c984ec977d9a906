package dev.warmpath.orders.projection;

/**
 * What a row of the revenue table counts.
 *
 * @param revenue in minor units
 */
public record Sold(long revenue, long orders, long quantity) {
    public Sold plus(Sold other) {
        return new Sold(revenue + other.revenue, orders + other.orders, quantity + other.quantity);
    }
}
