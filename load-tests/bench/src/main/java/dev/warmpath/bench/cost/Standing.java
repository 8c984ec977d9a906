package dev.warmpath.bench.cost;

import dev.warmpath.bench.comparison.Side;

/**
 * What a side's template makes a bill for beside what its functions use.
 *
 * @param accessLogBytes of the line that the API logs of each request; 0 where it logs none
 * @param queueSources event sources whose pollers ask a queue all the time
 * @param alarms of CloudWatch, with one metric each
 * @param traced whether its functions trace
 */
public record Standing(int accessLogBytes, int queueSources, int alarms, boolean traced) {
    /**
     * Lambda asks a queue with five pollers at least, each of which waits up to 20 s for messages.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html">Scaling of SQS event sources</a>
     */
    private static final int POLLERS = 5;

    private static final int WAIT_SECONDS = 20;

    private static final Standing OPTIMISED = new Standing(243, 1, 3, true);
    private static final Standing BASELINE = new Standing(0, 0, 0, false);

    public static Standing of(Side side) {
        return switch (side) {
            case OPTIMISED -> OPTIMISED;
            case BASELINE -> BASELINE;
        };
    }

    /** Receives of a month in which no message comes. */
    double idleReceives() {
        return queueSources * POLLERS * (double) Traffic.SECONDS_PER_MONTH / WAIT_SECONDS;
    }
}
