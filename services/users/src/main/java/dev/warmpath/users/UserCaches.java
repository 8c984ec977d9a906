package dev.warmpath.users;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.Source;
import dev.warmpath.function.CacheLevels;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Makes the levels in which users are cached: this environment's memory, and what all environments share.
 *
 * <p>No level keeps that there is no such user: callers may ask for their own profile only, and would not find one that they
 * have just created.
 *
 * @param inMemory how long memory keeps a user; zero for no level in memory
 * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
 */
record UserCaches(Duration inMemory, LongSupplier nanoTime) {
    static final CacheLevels<User> LEVELS = new CacheLevels<>("users", new UserCodec());

    /** What a function reads through. */
    Cache<User> over(Source<User> source, Optional<Level<User>> shared) {
        return LEVELS.over(source, Stream.of(LEVELS.memory(inMemory, Duration.ZERO, nanoTime), shared));
    }
}
