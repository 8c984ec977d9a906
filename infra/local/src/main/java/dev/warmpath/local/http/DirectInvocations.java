package dev.warmpath.local.http;

import dev.warmpath.local.lambda.Invoker;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Functions that programs on this machine may invoke without a route.
 *
 * @param defaultEvents by function, the event of a caller who sends none
 */
public record DirectInvocations(Invoker invoker, SortedMap<String, Supplier<byte[]>> defaultEvents) {}
