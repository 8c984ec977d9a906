package dev.warmpath.local.frontdoor;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A front door before the real engine, the functions' own kind of client, and a clock and pauses in the test's hand. */
final class Doorway implements AutoCloseable {
    static final String TABLE = "Things";

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    final AtomicReference<Consumer<Duration>> pause = new AtomicReference<>(pauses::add);
    final FrontDoor frontDoor;
    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private final List<DynamoDbClient> clients = new ArrayList<>();

    private Doorway(URI engine) throws IOException {
        frontDoor = FrontDoor.open(
                List.of(Service.dynamoDb(engine)),
                errors::add,
                now::get,
                time -> pause.get().accept(time));
    }

    static Doorway before(URI engine) throws IOException {
        return new Doorway(engine);
    }

    /** With an empty table that has the key {@code id}. */
    static DynamoDbLocal startEngine() throws InterruptedException, IOException {
        DynamoDbLocal engine = DynamoDbLocal.start(Path.of("../dynamodb-local/target"), Optional.empty());
        try (Doorway doorway = new Doorway(engine.endpoint())) {
            doorway.client("Setup")
                    .createTable(table -> table.tableName(TABLE)
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .attributeDefinitions(AttributeDefinition.builder()
                                    .attributeName("id")
                                    .attributeType(ScalarAttributeType.S)
                                    .build())
                            .keySchema(KeySchemaElement.builder()
                                    .attributeName("id")
                                    .keyType(KeyType.HASH)
                                    .build()));
        }
        return engine;
    }

    /** Shows each answer as it is. */
    DynamoDbClient client(String function) {
        return client(function, AwsRetryStrategy.doNotRetry());
    }

    /** Tries again as functions do. */
    DynamoDbClient retryingClient(String function) {
        return client(function, AwsRetryStrategy.standardRetryStrategy());
    }

    private DynamoDbClient client(String function, RetryStrategy retries) {
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(frontDoor.endpoint(Service.DYNAMODB, function)))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries))
                .build();
        clients.add(client);
        return client;
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    static Map<String, AttributeValue> thing(String id, String colour) {
        return Map.of("id", AttributeValue.fromS(id), "colour", AttributeValue.fromS(colour));
    }

    static boolean exists(DynamoDbClient client, String id) {
        return client.getItem(get -> get.tableName(TABLE).key(key(id)).consistentRead(true))
                .hasItem();
    }

    @Override
    public void close() throws IOException {
        clients.forEach(DynamoDbClient::close);
        http.close();
        frontDoor.close();
    }

    static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }
}
