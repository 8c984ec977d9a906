package dev.warmpath.local.frontdoor;

import java.util.function.Consumer;

/**
 * What all doors of a front door share.
 *
 * @param errors told when an engine stops to answer
 */
record Control(Calls calls, Capacity capacity, Rules rules, Latencies latencies, Consumer<Throwable> errors) {}
