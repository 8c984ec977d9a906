package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol.Command;

/** What a level on Valkey does when the server is slow, gone, secured, or none at all. */
@Timeout(60)
class ValkeyConnectionTest {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, Entry<String>> ADA = Map.of("ada", Entry.of(1, "Ada"));

    @TempDir
    private Path folder;

    @Test
    void silentServerCostsOneTimeout() throws Exception {
        try (StubServer silent = new StubServer(connection -> {});
                ValkeyConnection connection = impatient(silent.port())) {
            assertThatThrownBy(() -> read(connection))
                    .isInstanceOf(LevelException.class)
                    .hasMessageEndingWith("no answer within PT0.2S");
        }
    }

    @Test
    void serverThatDripsItsAnswerCostsOneTimeout() throws Exception {
        try (StubServer dripping = new StubServer(ValkeyConnectionTest::drip);
                ValkeyConnection connection = impatient(dripping.port())) {
            assertThatThrownBy(() -> read(connection))
                    .isInstanceOf(LevelException.class)
                    .hasMessageEndingWith("no answer within PT0.2S");
        }
    }

    @Test
    void serverThatDoesNotReadCostsOneTimeout() throws Exception {
        Map<String, Entry<String>> large = new HashMap<>();
        IntStream.range(0, 100).forEach(i -> large.put("key-" + i, Entry.of(1, "x".repeat(200_000))));

        try (StubServer deaf = new StubServer(connection -> {});
                ValkeyConnection connection = impatient(deaf.port())) {
            assertThatThrownBy(() -> level(connection).putAll(large, Duration.ZERO))
                    .isInstanceOf(LevelException.class)
                    .hasMessageEndingWith("no answer within PT0.2S");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "+OK\r\n",
                ":2\r\n",
                "*0\r\n",
                "*2\r\n$1\r\na\r\n$1\r\nb\r\n",
                "$-7\r\n",
                "$2147483647\r\n",
                "*2147483647\r\n",
                "*-7\r\n",
                "-ERR something\r\n",
                "-LOADING the data set\r\n",
                "\u0000\u0001\u0002\u0003",
                "*1\r\n*1\r\n*1\r\n"
            })
    void garbageIsAnExceptionAndEndsTheConnection(String garbage) throws Exception {
        try (StubServer server = new StubServer(connection -> answer(connection, garbage));
                ValkeyConnection connection = impatient(server.port())) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(() -> read(connection)).isInstanceOf(LevelException.class);
                assertThatThrownBy(() -> level(connection).putAll(ADA, Duration.ZERO))
                        .isInstanceOf(LevelException.class);
            }
            assertThat(server.connections()).isEqualTo(4);
        }
    }

    @Test
    void refusedConnectionIsAnException() throws Exception {
        try (Socket deaf = new Socket()) {
            // Bound and not listening, so that nobody else can take the port meanwhile.
            deaf.bind(new InetSocketAddress("127.0.0.1", 0));
            try (ValkeyConnection connection = impatient(deaf.getLocalPort())) {
                assertThatThrownBy(() -> read(connection))
                        .isInstanceOf(LevelException.class)
                        .hasMessageStartingWith("redis://127.0.0.1:" + deaf.getLocalPort() + " failed: no connection");
            }
        }
    }

    @Test
    void unknownHostIsAnException() {
        ValkeySettings nowhere =
                new ValkeySettings("valkey.invalid", 6379, false, Optional.empty(), PATIENCE, PATIENCE);

        try (ValkeyConnection connection = new ValkeyConnection(nowhere)) {
            assertThatThrownBy(() -> read(connection)).isInstanceOf(LevelException.class);
        }
    }

    @Test
    void connectingTakesNoLongerThanItsTimeout() throws Exception {
        try (StubServer silent = new StubServer(connection -> {});
                ValkeyConnection connection = new ValkeyConnection(
                        new ValkeySettings("127.0.0.1", silent.port(), false, Optional.of("secret"), SOON, PATIENCE))) {
            assertThatThrownBy(() -> read(connection))
                    .isInstanceOf(LevelException.class)
                    .hasMessageEndingWith("no connection within PT0.2S");
        }
    }

    @Test
    void serverThatComesBackIsUsedAgain() {
        try (RealValkey server = RealValkey.start(folder);
                ValkeyConnection connection = new ValkeyConnection(server.settings())) {
            level(connection).putAll(ADA, Duration.ZERO);
            server.kill();
            assertThatThrownBy(() -> read(connection)).isInstanceOf(LevelException.class);
            assertThatThrownBy(() -> read(connection)).isInstanceOf(LevelException.class);
            server.restart();

            assertThat(read(connection)).isEmpty();
            level(connection).putAll(ADA, Duration.ZERO);
            assertThat(read(connection)).isEqualTo(ADA);
        }
    }

    @Test
    void closedConnectionIsMadeAnewByTheNextCall() {
        try (RealValkey server = RealValkey.start(folder)) {
            ValkeyConnection connection = new ValkeyConnection(server.settings());
            level(connection).putAll(ADA, Duration.ZERO);
            connection.close();

            assertThat(read(connection)).isEqualTo(ADA);
            connection.close();
        }
    }

    @Test
    void connectionThatTheServerDroppedWhileIdleIsNoFailure() {
        try (RealValkey server = RealValkey.start(folder);
                ValkeyConnection connection = new ValkeyConnection(server.settings())) {
            level(connection).putAll(ADA, Duration.ZERO);
            dropAllConnections(server);
            assertThat(read(connection)).isEqualTo(ADA);
            dropAllConnections(server);
            assertThat(level(connection).putAll(Map.of("ada", Entry.of(2, "Ada")), Duration.ZERO))
                    .isEmpty();
        }
    }

    private static void dropAllConnections(RealValkey server) {
        try (ValkeyConnection other = new ValkeyConnection(server.settings())) {
            other.call(redis -> {
                redis.sendCommand(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
                return redis.getOne();
            });
        }
    }

    @Test
    void noConnectionIsMadeBeforeItIsNeeded() throws Exception {
        try (StubServer server = new StubServer(connection -> {});
                ValkeyConnection connection = impatient(server.port())) {
            level(connection).getAll(List.of());
            level(connection).putAll(Map.of(), Duration.ZERO);

            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void passwordOpensTheServer() {
        try (RealValkey server = RealValkey.start(folder, "--requirepass", "sesame");
                ValkeyConnection right = new ValkeyConnection(withPassword(server, "sesame"));
                ValkeyConnection wrong = new ValkeyConnection(withPassword(server, "simsim"));
                ValkeyConnection none = new ValkeyConnection(server.settings())) {
            level(right).putAll(ADA, Duration.ZERO);

            assertThat(read(right)).isEqualTo(ADA);
            assertThatThrownBy(() -> read(wrong)).hasMessageContaining("WRONGPASS");
            assertThatThrownBy(() -> read(none)).hasMessageContaining("NOAUTH");
        }
    }

    @Test
    void serverThatRefusesWritesIsAnException() {
        try (RealValkey server = RealValkey.start(folder, "--min-replicas-to-write", "1");
                ValkeyConnection connection = new ValkeyConnection(server.settings())) {
            assertThat(read(connection)).isEmpty();
            assertThatThrownBy(() -> level(connection).putAll(ADA, Duration.ZERO))
                    .isInstanceOf(LevelException.class)
                    .hasMessageContaining("NOREPLICAS");
        }
    }

    @Test
    void settingsKeepTheirPasswordToThemselves() {
        ValkeySettings settings = new ValkeySettings("cache.internal", 6379, true, Optional.of("sesame"));

        assertThat(settings).hasToString("rediss://cache.internal:6379");
    }

    private static ValkeySettings withPassword(RealValkey server, String password) {
        return new ValkeySettings("127.0.0.1", server.port(), false, Optional.of(password), PATIENCE, PATIENCE);
    }

    private static ValkeyConnection impatient(int port) {
        return new ValkeyConnection(new ValkeySettings("127.0.0.1", port, false, Optional.empty(), PATIENCE, SOON));
    }

    private static Level<String> level(ValkeyConnection connection) {
        return new ValkeyLevel<>(
                "users", Texts.NOW, new Expiry(StoredLevelContract.LONG, new SecureRandom()), connection);
    }

    private static Map<String, Entry<String>> read(ValkeyConnection connection) {
        return level(connection).getAll(List.of("ada"));
    }

    private static void answer(Socket connection, String garbage) throws Exception {
        connection.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A byte now and then, each within any timeout of a single read. */
    private static void drip(Socket connection) throws Exception {
        OutputStream out = connection.getOutputStream();
        out.write("*1\r\n$1000000\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 1_000_000; i++) {
            out.write('x');
            Thread.sleep(10);
        }
    }
}
