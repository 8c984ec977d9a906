package dev.warmpath.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a Valkey or Redis server is, and how long it may take.
 *
 * @param tls whether to speak TLS, with a certificate for this host that the JVM trusts
 * @param password of the default user
 * @param connectTimeout for name, connection, TLS and password together
 * @param answerTimeout for all that one call of a level asks for
 */
public record ValkeySettings(
        String host,
        int port,
        boolean tls,
        Optional<String> password,
        Duration connectTimeout,
        Duration answerTimeout) {
    private static final Duration CONNECT = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofMillis(50);

    /** With times that fit a server in the same region: 100 ms to connect, 50 ms to answer. */
    public ValkeySettings(String host, int port, boolean tls, Optional<String> password) {
        this(host, port, tls, password, CONNECT, ANSWER);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return (tls ? "rediss://" : "redis://") + host + ":" + port;
    }
}
