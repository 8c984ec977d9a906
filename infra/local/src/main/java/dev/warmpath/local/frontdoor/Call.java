package dev.warmpath.local.frontdoor;

/**
 * What tells one kind of call from another.
 *
 * @param service such as {@code dynamodb}
 * @param function logical id of the function that calls
 * @param operation such as {@code GetItem}
 */
public record Call(String service, String function, String operation) {}
