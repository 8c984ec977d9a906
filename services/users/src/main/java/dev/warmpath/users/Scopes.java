package dev.warmpath.users;

import java.util.List;

/** The scopes of the API's tokens. */
final class Scopes {
    static final String ADMIN = "admin";
    static final List<String> OF_EVERY_USER = List.of("users:read", "users:write", "orders:read", "orders:write");

    private Scopes() {}
}
