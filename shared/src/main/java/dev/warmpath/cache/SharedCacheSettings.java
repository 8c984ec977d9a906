package dev.warmpath.cache;

import dev.warmpath.env.Env;
import java.util.Optional;

/** Which level all environments share, if any. */
public sealed interface SharedCacheSettings {
    /** Each environment has only what is its own. */
    record None() implements SharedCacheSettings {}

    /** A DynamoDB table with the key {@code key} (S) and the time to live {@code expiresAt}. */
    record Table(String name) implements SharedCacheSettings {}

    /** A Valkey or Redis server. */
    record Server(ValkeySettings settings) implements SharedCacheSettings {}

    /**
     * Reads {@code SHARED_CACHE}: none, dynamodb or valkey; for dynamodb {@code SHARED_CACHE_TABLE}; for valkey
     * {@code VALKEY_ENDPOINT} (host:port), {@code VALKEY_TLS} (true or false) and {@code VALKEY_PASSWORD}, which may be empty.
     */
    static SharedCacheSettings from(Env env) {
        return switch (env.matching("SHARED_CACHE", "none|dynamodb|valkey", "none, dynamodb or valkey")) {
            case "dynamodb" -> new Table(env.required("SHARED_CACHE_TABLE"));
            case "valkey" -> new Server(valkey(env));
            default -> new None();
        };
    }

    private static ValkeySettings valkey(Env env) {
        String endpoint = env.matching("VALKEY_ENDPOINT", "[\\w.-]+:[1-9]\\d{0,4}", "host:port");
        boolean tls = env.matching("VALKEY_TLS", "true|false", "true or false").equals("true");
        Optional<String> password = Optional.of(env.optional("VALKEY_PASSWORD")).filter(text -> !text.isEmpty());
        int colon = endpoint.lastIndexOf(':');
        return colon < 0
                ? new ValkeySettings("", 0, tls, password)
                : new ValkeySettings(
                        endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)), tls, password);
    }
}
