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

    private static final double SAMPLED_OF_THE_OTHERS = 0.05;

    public Traffic {
        if (!(requestsPerMonth > 0)) {
            throw new IllegalArgumentException("Requests per month must be above 0, not " + requestsPerMonth + ".");
        }
    }

    double perMillion(double perMonth) {
        return perMonth * MILLION / requestsPerMonth;
    }

    /**
     * How many traces of a million requests X-Ray records: those of the first invocation of each second and of 5 % of the others.
     * Lambda has no other rule.
     *
     * @param invocations for a million requests, for which nobody has decided yet whether to trace them
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html">Lambda and X-Ray</a>
     */
    double tracesPerMillion(double invocations) {
        double firstOfTheirSecond = Math.min(invocations, perMillion(SECONDS_PER_MONTH));
        return firstOfTheirSecond + SAMPLED_OF_THE_OTHERS * (invocations - firstOfTheirSecond);
    }

    public double perMonth(double perMillion) {
        return perMillion * requestsPerMonth / MILLION;
    }
}
