package dev.warmpath.bench.comparison;

import java.util.List;

/**
 * Starts of one function's environments, each to the answer of its first call.
 *
 * @param function logical id
 * @param coldMilliseconds from the start of a JVM on demand
 * @param restoreMilliseconds from the word to restore, in a parked JVM: without the platform's snapshot load; empty where the
 *     function has no SnapStart
 */
public record StartTimes(Side side, String function, List<Double> coldMilliseconds, List<Double> restoreMilliseconds) {}
