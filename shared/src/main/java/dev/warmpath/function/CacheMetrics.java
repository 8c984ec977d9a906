package dev.warmpath.function;

import dev.warmpath.cache.CacheListener;
import dev.warmpath.telemetry.Telemetry;
import org.slf4j.LoggerFactory;

/**
 * Counts what caches do, in the metrics of each invocation; a count of 0 is not written.
 *
 * <ul>
 *   <li>{@code CacheL1Hits}, {@code CacheL1Misses}: keys that level L1 had, and had not;
 *   <li>{@code CacheL1StaleAvoided}: keys of which it had something newer than what was read or written;
 *   <li>{@code CacheL1Failures}: calls of it that failed, each logged too;
 *   <li>{@code CacheL1BreakerOpen}: calls that were not made, since its breaker was open.
 * </ul>
 *
 * The same of other levels, by their names.
 */
public final class CacheMetrics implements CacheListener {
    @Override
    public void asked(String level, int hits, int misses) {
        count(level, "Hits", hits);
        count(level, "Misses", misses);
    }

    @Override
    public void staleAvoided(String level, int keys) {
        count(level, "StaleAvoided", keys);
    }

    @Override
    public void failed(String level, RuntimeException failure) {
        count(level, "Failures", 1);
        LoggerFactory.getLogger(CacheMetrics.class).warn("Cache level {} failed and is left out", level, failure);
    }

    @Override
    public void skipped(String level) {
        count(level, "BreakerOpen", 1);
    }

    private static void count(String level, String what, int number) {
        if (number > 0) {
            Telemetry.count("Cache" + level + what, number);
        }
    }
}
