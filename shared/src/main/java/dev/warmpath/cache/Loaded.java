package dev.warmpath.cache;

import java.util.Map;
import java.util.Set;

/**
 * What is known of some keys. A key that is in neither part has no value.
 *
 * @param found the values that there are
 * @param unread keys that could not be read in time, of which nothing is known
 */
public record Loaded<V>(Map<String, V> found, Set<String> unread) {}
