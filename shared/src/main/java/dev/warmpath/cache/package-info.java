/**
 * Values of a slower source, kept in levels.
 *
 * <p>Problem: a cache before a table answers wrong in ways that no test of the happy path shows: a slow load overwrites what
 * was written meanwhile, a deleted row comes back, a failed load is kept as nothing found, a cache that is down takes the
 * function with it. Here each entry carries its row's version, no level replaces a newer one, a deletion leaves a tombstone
 * that refuses what is older, failures are never kept, and a level that fails is as one that has nothing.
 *
 * <p>Use: {@code Cache<User> users = new Cache<>(source, List.of(memory, new GuardedLevel<>(shared, breaker, listener)));} once,
 * with a {@link dev.warmpath.cache.CaffeineLevel} as {@code memory}; then {@code users.get(id, deadline)}, and after each write
 * to the source {@code users.put(id, user)} or {@code users.invalidate(id, version)}.
 *
 * <p>Each environment has a first level of its own that no other can evict from: its time to live is how stale an answer may
 * be, and after a SnapStart restore it must be cleared. {@code docs/caching.md} says when not to use which level.
 *
 * <p>Needs: {@link dev.warmpath.deadline}, {@link dev.warmpath.env}, {@link dev.warmpath.resilience}, caffeine,
 * dynamodb, jedis, slf4j-api. Its tests also need: aws-crt, aws-crt-client.
 */
package dev.warmpath.cache;
