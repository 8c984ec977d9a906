/**
 * What stands between functions and the engines: it passes AWS calls on, counts them, delays them, and lets them fail by
 * rule.
 *
 * <p>To read in this order: a {@link dev.warmpath.local.frontdoor.FrontDoor} has a {@code Door} for each {@code Service}, a
 * port of its own. Each connection of a function is read by a {@code Passage}, which asks {@code Calls}, {@code Latencies}
 * and {@code Rules} what is to be done, and talks to the engine through its own {@code Upstream}. What a service's requests
 * and errors look like is said by its {@code Protocol}.
 */
package dev.warmpath.local.frontdoor;
