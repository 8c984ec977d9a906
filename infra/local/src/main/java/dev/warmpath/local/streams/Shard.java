package dev.warmpath.local.streams;

/**
 * A shard and the function that gets its records.
 *
 * @param functionArn as it stands in messages on failures
 */
record Shard(String id, String streamArn, String functionArn) {}
