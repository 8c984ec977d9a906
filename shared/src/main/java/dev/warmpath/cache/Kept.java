package dev.warmpath.cache;

/**
 * An entry in memory, with times on the clock of its level.
 *
 * @param answersUntil when it is no longer given
 * @param refusesUntil when it no longer stands in the way of what is older
 */
record Kept<V>(Entry<V> entry, long answersUntil, long refusesUntil) {
    boolean answersAt(long nanoTime) {
        return nanoTime - answersUntil < 0;
    }

    boolean refusesAt(long nanoTime) {
        return nanoTime - refusesUntil < 0;
    }
}
