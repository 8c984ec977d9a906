package dev.warmpath.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.template.TableSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@Timeout(60)
class TablesTest {
    private static final Path ENGINE = Path.of("../dynamodb-local/target");

    private static DynamoDbLocal engine;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws InterruptedException {
        engine = DynamoDbLocal.start(ENGINE, Optional.empty());
        client = clientOf(engine.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        engine.close();
    }

    @Test
    void tableHasTheTemplatesKeyAndIsOnDemand() {
        TableDescription table = create(usersTable("Keys", Map.of()));

        assertThat(table.keySchema()).singleElement().satisfies(key -> {
            assertThat(key.attributeName()).isEqualTo("userId");
            assertThat(key.keyType()).isEqualTo(KeyType.HASH);
        });
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    }

    @Test
    void settingsThatOnlyACloudNeedsAreLeftOut() {
        TableDescription table = create(usersTable(
                "Cloud",
                Map.of(
                        "SSESpecification", Map.of("SSEEnabled", true),
                        "PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true),
                        "DeletionProtectionEnabled", true,
                        "Tags", List.of(Map.of("Key", "service", "Value", "users")))));

        assertThat(table.deletionProtectionEnabled()).isFalse();
    }

    @Test
    void globalIndexHasItsKeyAndProjection() {
        TableDescription table = create(indexed("Global", "GlobalSecondaryIndexes", "status", "createdAt"));

        GlobalSecondaryIndexDescription index = table.globalSecondaryIndexes().getFirst();
        assertThat(index.indexName()).isEqualTo("StatusIndex");
        assertThat(index.keySchema())
                .extracting(key -> key.attributeName() + " " + key.keyTypeAsString())
                .containsExactly("status HASH", "createdAt RANGE");
        assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
        assertThat(index.projection().nonKeyAttributes()).containsExactly("email");
    }

    @Test
    void streamHasItsViewType() {
        TableDescription table = create(
                usersTable("Streamed", Map.of("StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"))));

        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @Test
    void timeToLiveIsEnabledAndStaysSo() {
        TableSpec spec = usersTable(
                "Expiring", Map.of("TimeToLiveSpecification", Map.of("Enabled", true, "AttributeName", "expiresAt")));

        create(spec);
        create(spec);

        assertThat(client.describeTimeToLive(request -> request.tableName("Expiring"))
                        .timeToLiveDescription())
                .satisfies(setting -> {
                    assertThat(setting.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                    assertThat(setting.attributeName()).isEqualTo("expiresAt");
                });
    }

    @Test
    void otherKeyThanTheExistingTablesIsRefused() {
        create(usersTable("Changed", Map.of()));

        TableSpec changed = usersTable(
                "Changed",
                Map.of(
                        "AttributeDefinitions", List.of(attribute("email", "S")),
                        "KeySchema", List.of(key("email", "HASH"))));

        assertThatThrownBy(() -> create(changed))
                .isInstanceOf(TableException.class)
                .hasMessage("Table Changed exists with key (userId:S), but the template asks for key (email:S); "
                        + "delete it or its data folder, or name another folder or emulator");
    }

    @Test
    void otherKeyTypeThanTheExistingTablesIsRefused() {
        create(usersTable("Retyped", Map.of()));

        TableSpec changed = usersTable("Retyped", Map.of("AttributeDefinitions", List.of(attribute("userId", "N"))));

        assertThatThrownBy(() -> create(changed)).hasMessageContaining("asks for key (userId:N)");
    }

    @Test
    void newIndexOnAnExistingTableIsRefused() {
        create(usersTable("Grown", Map.of()));

        assertThatThrownBy(() -> create(indexed("Grown", "GlobalSecondaryIndexes", "status", "createdAt")))
                .hasMessage("Table Grown exists with key (userId:S), but the template asks for "
                        + "StatusIndex (status:S, createdAt:S), key (userId:S); "
                        + "delete it or its data folder, or name another folder or emulator");
    }

    @Test
    void indexWithoutProjectionIsRefusedWithItsPath() {
        TableSpec spec = usersTable(
                "Unprojected",
                Map.of(
                        "GlobalSecondaryIndexes",
                        List.of(Map.of("IndexName", "Any", "KeySchema", List.of(key("userId", "HASH"))))));

        assertThatThrownBy(() -> create(spec))
                .hasMessage("Unprojected.GlobalSecondaryIndexes.Projection is missing in the template; "
                        + "expected a value");
    }

    @Test
    void existingTableKeepsItsItemsOverARestart(@TempDir Path data) throws InterruptedException {
        TableSpec spec = usersTable("Kept", Map.of());
        Map<String, AttributeValue> ada = Map.of("userId", AttributeValue.fromS("ada"));
        withEngine(data, kept -> {
            Tables.create(kept, List.of(spec));
            kept.putItem(request -> request.tableName("Kept").item(ada));
        });

        withEngine(data, kept -> {
            Tables.create(kept, List.of(spec));
            assertThat(kept.getItem(request -> request.tableName("Kept").key(ada))
                            .item())
                    .isEqualTo(ada);
        });
    }

    private static void withEngine(Path data, Consumer<DynamoDbClient> use) throws InterruptedException {
        try (DynamoDbLocal own = DynamoDbLocal.start(ENGINE, Optional.of(data));
                DynamoDbClient ownClient = clientOf(own.endpoint())) {
            use.accept(ownClient);
        }
    }

    private static TableDescription create(TableSpec spec) {
        Tables.create(client, List.of(spec));
        return client.describeTable(request -> request.tableName(spec.name())).table();
    }

    private static TableSpec usersTable(String name, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "BillingMode", "PAY_PER_REQUEST",
                "AttributeDefinitions", List.of(attribute("userId", "S")),
                "KeySchema", List.of(key("userId", "HASH"))));
        properties.putAll(more);
        return new TableSpec(name, name, properties);
    }

    private static TableSpec indexed(String name, String kind, String hash, String range) {
        Map<String, Object> index = Map.of(
                "IndexName", "StatusIndex",
                "KeySchema", List.of(key(hash, "HASH"), key(range, "RANGE")),
                "Projection", Map.of("ProjectionType", "INCLUDE", "NonKeyAttributes", List.of("email")));
        return usersTable(
                name,
                Map.of(
                        "AttributeDefinitions",
                        List.of(attribute("userId", "S"), attribute(hash, "S"), attribute(range, "S")),
                        kind,
                        List.of(index)));
    }

    private static Map<String, Object> attribute(String name, String type) {
        return Map.of("AttributeName", name, "AttributeType", type);
    }

    private static Map<String, Object> key(String name, String type) {
        return Map.of("AttributeName", name, "KeyType", type);
    }

    private static DynamoDbClient clientOf(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
