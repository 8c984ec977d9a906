package dev.warmpath.bench.cost;

/**
 * How many requests share what is charged by the month.
 *
 * @param requestsPerMonth that callers make of the API; above 0
 */
public record Traffic(double requestsPerMonth) {
    /** Of 730 hours, with which AWS computes a month. */
    static final long SECONDS_PER_MONTH = 730 * 3_600;

    /** Ten requests a second on average. */
    public static final Traffic ASSUMED = new Traffic(10.0 * SECONDS_PER_MONTH);

    private static final double MILLION = 1e6;

    public Traffic {
        if (!(requestsPerMonth > 0)) {
            throw new IllegalArgumentException("Requests per month must be above 0, not " + requestsPerMonth + ".");
        }
    }

    double perMillion(double perMonth) {
        return perMonth * MILLION / requestsPerMonth;
    }

    public double perMonth(double perMillion) {
        return perMillion * requestsPerMonth / MILLION;
    }
}
