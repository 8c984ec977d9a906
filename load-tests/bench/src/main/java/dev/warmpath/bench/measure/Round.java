package dev.warmpath.bench.measure;

import java.time.Duration;

/**
 * What one way took in one round of a race.
 *
 * @param median of the calls' times, in milliseconds
 * @param sum of the calls' times, in milliseconds
 * @param cpu of all its calls
 * @param used by all its calls
 */
public record Round(int calls, double median, double sum, Duration cpu, Used used) {}
