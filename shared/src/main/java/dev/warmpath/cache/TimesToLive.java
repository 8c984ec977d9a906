package dev.warmpath.cache;

import java.time.Duration;

/**
 * How long a level keeps entries, counted from when the reading of them began.
 *
 * @param values how long a value answers
 * @param negatives how long an entry without a value answers; zero for not at all
 * @param tombstones how long a tombstone refuses what is older, also once it no longer answers; longer than any load takes
 */
public record TimesToLive(Duration values, Duration negatives, Duration tombstones) {
    public TimesToLive {
        if (values.isNegative() || values.isZero()) {
            throw new IllegalArgumentException("Values are kept for " + values + ", but must be for more than zero");
        }
        if (negatives.isNegative() || negatives.compareTo(values) > 0) {
            throw new IllegalArgumentException(
                    "Entries without a value answer for " + negatives + ", but must from zero to " + values);
        }
        if (tombstones.compareTo(negatives) < 0) {
            throw new IllegalArgumentException(
                    "Tombstones are kept for " + tombstones + ", but must be for at least " + negatives);
        }
    }
}
