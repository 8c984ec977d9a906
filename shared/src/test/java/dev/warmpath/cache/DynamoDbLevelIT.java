package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

@ExtendWith(CacheTable.OnRealEngine.class)
class DynamoDbLevelIT extends StoredLevelContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private CacheTable table;

    @BeforeEach
    void takeTable(CacheTable table) {
        this.table = table;
    }

    @Override
    Level<String> level(Codec<String> codec, TimesToLive timesToLive) {
        return level(table.client(), table.name(), codec, timesToLive, PATIENCE);
    }

    @Override
    void aSecondPasses() {
        clock.advance(Duration.ofMillis(1001));
    }

    @Override
    void garble(String key) {
        change(key, "entry", AttributeValue.fromS("garbage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "version", "form", "expiresAt"})
    void rowWithoutAnAttributeGivesWay(String attribute) {
        put(Entry.of(5, "Ada"));
        Map<String, AttributeValue> row = new HashMap<>(row("ada"));
        row.remove(attribute);
        store(row);

        assertThat(put(Entry.of(1, "again"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(1, "again"));
    }

    @Test
    void rowWhoseEntryIsNoneIsAMiss() {
        put(Entry.of(5, "Ada"));
        change("ada", "entry", AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromUtf8String("garbage")));

        assertThat(kept()).isEmpty();
    }

    @Test
    void rowExpiresByTheAttributeThatDynamoDbDeletesBy() {
        put(Entry.tombstone(5));

        assertThat(row("ada").get("expiresAt").n())
                .isEqualTo("" + clock.instant().plus(LONG.tombstones()).getEpochSecond());
    }

    @Test
    void valueTooLargeForAnItemIsAMissThatRefusesWhatIsOlder() {
        level().putAll(Map.of("ada", Entry.of(1, "small"), "bob", Entry.of(1, "Bob")), NEW);
        put(Entry.of(3, "x".repeat(400 * 1024)));

        assertThat(level().getAll(List.of("ada", "bob"))).containsOnlyKeys("bob");
        assertThat(put(Entry.of(2, "late"))).containsExactly("ada");
        assertThat(put(Entry.of(4, "small"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(4, "small"));
    }

    @Test
    void keyAskedForTwiceIsGivenOnce() {
        put(Entry.of(1, "Ada"));

        assertThat(level().getAll(List.of("ada", "ada"))).containsOnlyKeys("ada");
    }

    @Test
    void cachesInOneTableDoNotMix() {
        put(Entry.of(1, "Ada"));
        Level<String> pets = new DynamoDbLevel<>(
                table.client(),
                table.name(),
                new CacheRows<>("pets", Texts.NOW),
                new Expiry(LONG, new SecureRandom()),
                clock,
                PATIENCE);

        assertThat(pets.getAll(List.of("ada"))).isEmpty();
    }

    @Test
    void missingTableIsAnExceptionOfEveryCall() {
        Level<String> nowhere = level(table.client(), "missing", Texts.NOW, LONG, PATIENCE);

        assertThatThrownBy(() -> nowhere.getAll(List.of("ada"))).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> nowhere.putAll(Map.of("ada", Entry.of(1, "A"), "bob", Entry.of(1, "B")), NEW))
                .isInstanceOf(LevelException.class)
                .hasCauseInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void silentServiceCostsOneTimeout() throws Exception {
        try (StubServer silent = new StubServer(connection -> {});
                DynamoDbClient client = clientOf(silent.port())) {
            Level<String> level = level(client, "any", Texts.NOW, LONG, Duration.ofMillis(200));

            assertThatThrownBy(() -> level.getAll(List.of("ada"))).isInstanceOf(ApiCallTimeoutException.class);
            assertThatThrownBy(() -> level.putAll(Map.of("ada", Entry.of(1, "Ada")), NEW))
                    .isInstanceOf(ApiCallTimeoutException.class);
        }
    }

    private Level<String> level(
            DynamoDbClient client, String name, Codec<String> codec, TimesToLive timesToLive, Duration timeout) {
        return new DynamoDbLevel<>(
                client,
                name,
                new CacheRows<>("users", codec),
                new Expiry(timesToLive, new SecureRandom()),
                clock,
                timeout);
    }

    private void change(String key, String attribute, AttributeValue value) {
        Map<String, AttributeValue> row = new HashMap<>(row(key));
        row.put(attribute, value);
        store(row);
    }

    private Map<String, AttributeValue> row(String key) {
        return table.client()
                .getItem(get -> get.tableName(table.name()).key(Map.of("key", AttributeValue.fromS("users:" + key))))
                .item();
    }

    private void store(Map<String, AttributeValue> row) {
        table.client().putItem(put -> put.tableName(table.name()).item(row));
    }

    private static DynamoDbClient clientOf(int port) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }
}
