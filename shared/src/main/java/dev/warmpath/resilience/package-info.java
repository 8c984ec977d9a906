/**
 * A circuit breaker.
 *
 * <p>Problem: a service that is down costs each caller its whole timeout, although the last call has just shown that it is
 * down. Here calls are let through only while there is hope.
 *
 * <p>Use: {@code CircuitBreaker breaker = new CircuitBreaker(1, Duration.ofSeconds(30), System::nanoTime);} once, then
 * {@code breaker.call(() -> client.read(key)).orElse(nothing)}.
 *
 * <p>Written out in a few small types, since resilience4j would add 236 KB and its classes to each start for windows, rates
 * and registries that one environment with one call at a time has no use for.
 *
 * <p>Needs: nothing.
 */
package dev.warmpath.resilience;
