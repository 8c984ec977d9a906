package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.warmpath.env.Env;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Timeout(60)
class SharedCacheTest {
    private static final Map<String, String> VALKEY =
            Map.of("SHARED_CACHE", "valkey", "VALKEY_ENDPOINT", "cache.internal:6379", "VALKEY_TLS", "true");

    @Test
    void nothingIsSharedWithNone() {
        assertThat(read(Map.of("SHARED_CACHE", "none", "SHARED_CACHE_TABLE", "", "VALKEY_ENDPOINT", "")))
                .isEqualTo(new SharedCacheSettings.None());
        assertThat(level(new SharedCacheSettings.None())).isEmpty();
    }

    @Test
    void tableIsNamed() {
        assertThat(read(Map.of("SHARED_CACHE", "dynamodb", "SHARED_CACHE_TABLE", "cache")))
                .isEqualTo(new SharedCacheSettings.Table("cache"));
    }

    @Test
    void serverIsReachedWithTightTimeouts() {
        assertThat(read(VALKEY))
                .isEqualTo(new SharedCacheSettings.Server(new ValkeySettings(
                        "cache.internal",
                        6379,
                        true,
                        Optional.empty(),
                        Duration.ofMillis(100),
                        Duration.ofMillis(50))));
    }

    @Test
    void passwordIsTakenIfThereIsOne() {
        assertThat(read(with("VALKEY_PASSWORD", "sesame")))
                .isEqualTo(new SharedCacheSettings.Server(
                        new ValkeySettings("cache.internal", 6379, true, Optional.of("sesame"))));
        assertThat(read(with("VALKEY_PASSWORD", ""))).isEqualTo(read(VALKEY));
    }

    @ParameterizedTest
    @CsvSource({
        "SHARED_CACHE, memcached, 'none, dynamodb or valkey'",
        "VALKEY_ENDPOINT, '', host:port",
        "VALKEY_ENDPOINT, cache.internal, host:port",
        "VALKEY_ENDPOINT, redis://cache.internal:6379, host:port",
        "VALKEY_ENDPOINT, cache.internal:0, host:port",
        "VALKEY_TLS, yes, true or false"
    })
    void faultyVariableIsNamed(String name, String value, String expected) {
        assertThatThrownBy(() -> read(with(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Environment: " + name + " is '" + value + "', expected " + expected);
    }

    @Test
    void tableWithoutANameIsNamed() {
        assertThatThrownBy(() -> read(Map.of("SHARED_CACHE", "dynamodb", "SHARED_CACHE_TABLE", "")))
                .hasMessageContaining("SHARED_CACHE_TABLE is blank");
    }

    @Test
    void cachesShareOneConnectionThatCanBeDropped(@TempDir Path folder) {
        try (RealValkey server = RealValkey.start(folder)) {
            SharedCache shared =
                    new SharedCache(new SharedCacheSettings.Server(server.settings()), SharedCacheTest::noClient);
            Level<String> users =
                    shared.level("users", Texts.NOW, StoredLevelContract.LONG).orElseThrow();
            Level<String> pets =
                    shared.level("pets", Texts.NOW, StoredLevelContract.LONG).orElseThrow();
            users.putAll(Map.of("ada", Entry.of(1, "Ada")), Duration.ZERO);
            shared.disconnect();
            pets.putAll(Map.of("ada", Entry.of(1, "a cat")), Duration.ZERO);

            assertThat(users.getAll(List.of("ada"))).containsEntry("ada", Entry.of(1, "Ada"));
            assertThat(pets.getAll(List.of("ada"))).containsEntry("ada", Entry.of(1, "a cat"));
            shared.disconnect();
        }
    }

    private static SharedCacheSettings read(Map<String, String> variables) {
        return Env.read(variables, SharedCacheSettings::from);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> variables = new HashMap<>(VALKEY);
        variables.put(name, value);
        return variables;
    }

    private static Optional<Level<String>> level(SharedCacheSettings settings) {
        return new SharedCache(settings, SharedCacheTest::noClient).level("users", Texts.NOW, StoredLevelContract.LONG);
    }

    private static DynamoDbClient noClient() {
        return fail("No table is named, so no client is needed");
    }
}
