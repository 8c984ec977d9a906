package dev.warmpath.orders.data;

/** All that orders want to know of a user. */
public record Customer(String userId, boolean suspended) {}
