package dev.warmpath.bench.cost;

/**
 * A price of the first tier, without free tier.
 *
 * @param dollars US dollars for {@code per} units
 * @param date ISO-8601 date on which it was looked up
 * @param source page that states it
 */
public record Price(double dollars, double per, String unit, String date, String source) {
    /** What so many units cost, in dollars. */
    public double of(double quantity) {
        return quantity / per * dollars;
    }
}
