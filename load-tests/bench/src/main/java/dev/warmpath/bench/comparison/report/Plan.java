package dev.warmpath.bench.comparison.report;

import java.util.Map;

/** What a run's plan says that its figures depend on. */
final class Plan {
    private static final String BOUND = "boundMilliseconds";
    private static final double DEFAULT_BOUND = 1_000;

    private Plan() {}

    /** The p99 over the mix up to which a level of load counts as sustained. */
    static double boundMilliseconds(Map<String, Object> plan) {
        return plan.get(BOUND) instanceof Number bound ? bound.doubleValue() : DEFAULT_BOUND;
    }
}
