package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

class ValkeyLevelTest extends StoredLevelContract {
    @TempDir
    private static Path folder;

    private static RealValkey server;
    private ValkeyConnection connection;

    @BeforeAll
    static void start() {
        server = RealValkey.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connectToAnEmptyServerThatKnowsNoScript() {
        connection = new ValkeyConnection(server.settings());
        send(Command.FLUSHALL);
        send(Command.SCRIPT, "FLUSH");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Override
    Level<String> level(Codec<String> codec, TimesToLive timesToLive) {
        return new ValkeyLevel<>("users", codec, new Expiry(timesToLive, new SecureRandom()), connection);
    }

    @Override
    void aSecondPasses() {
        // The server has a clock of its own.
    }

    @Override
    void garble(String key) {
        send(Command.SET, "users:" + key, "\u0000garbage");
    }

    @Test
    void keysBeginWithTheNameOfTheCache() {
        put(Entry.of(7, "Ada"));

        assertThat(send(Command.GET, "users:ada")).isEqualTo("C1 0000000000000000007 text-2 V\nAda".getBytes());
    }

    @Test
    void cachesOnOneServerDoNotMix() {
        put(Entry.of(7, "Ada"));
        Level<String> other = new ValkeyLevel<>("pets", Texts.NOW, new Expiry(LONG, new SecureRandom()), connection);

        assertThat(other.getAll(List.of("ada"))).isEmpty();
    }

    @Test
    void valuesExpireUpToATenthBeforeTheirTime() {
        put(Entry.of(7, "Ada"));

        assertThat(millisecondsLeft("users:ada"))
                .isLessThanOrEqualTo(LONG.values().toMillis())
                .isGreaterThan(LONG.values().multipliedBy(8).dividedBy(10).toMillis());
    }

    @Test
    void missesExpireSoonerThanTombstonesAndThoseSoonerThanValues() {
        level().putAll(Map.of("ada", Entry.of(7, "Ada"), "bob", Entry.tombstone(8), "cyd", Entry.notFound()), NEW);

        assertThat(millisecondsLeft("users:cyd")).isLessThan(millisecondsLeft("users:bob"));
        assertThat(millisecondsLeft("users:bob")).isLessThan(millisecondsLeft("users:ada"));
    }

    @Test
    void ageIsTakenFromTheTimeToLive() {
        level().putAll(Map.of("ada", Entry.tombstone(7)), Duration.ofMinutes(4));

        assertThat(millisecondsLeft("users:ada"))
                .isLessThanOrEqualTo(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void keyOfAnotherTypeIsAMissAndGivesWay() {
        send(Command.RPUSH, "users:ada", "a list");

        assertThat(kept()).isEmpty();
        assertThat(put(Entry.of(1, "Ada"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(1, "Ada"));
    }

    @Test
    void scriptThatTheServerForgotIsGivenToItAgain() {
        put(Entry.of(1, "first"));
        send(Command.SCRIPT, "FLUSH");

        assertThat(level().putAll(Map.of("ada", Entry.of(2, "second"), "bob", Entry.of(1, "Bob")), NEW))
                .isEmpty();
        assertThat(level().getAll(List.of("ada", "bob"))).hasSize(2);
    }

    @Test
    void embeddedServerOfMachinesWithoutOneServesToo() {
        try (RealValkey embedded = RealValkey.startEmbedded(folder);
                ValkeyConnection own = new ValkeyConnection(embedded.settings())) {
            Level<String> level = new ValkeyLevel<>("users", Texts.NOW, new Expiry(LONG, new SecureRandom()), own);
            level.putAll(Map.of("ada", Entry.of(2, "Ada")), NEW);

            assertThat(level.putAll(Map.of("ada", Entry.of(1, "old")), NEW)).containsExactly("ada");
            assertThat(level.getAll(List.of("ada"))).isEqualTo(Map.of("ada", Entry.of(2, "Ada")));
        }
    }

    private long millisecondsLeft(String key) {
        return (long) send(Command.PTTL, key);
    }

    private Object send(Command command, String... arguments) {
        return connection.call((Connection server) -> {
            server.sendCommand(command, arguments);
            return server.getOne();
        });
    }
}
