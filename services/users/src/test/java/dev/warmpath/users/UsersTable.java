package dev.warmpath.users;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty users table on the real engine. */
record UsersTable(DynamoDbClient client, String name) {
    static UsersTable createdWith(DynamoDbClient client) {
        String name = "users-" + UUID.randomUUID();
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("userId"), text("statusShard"), text("createdAt"))
                .keySchema(key("userId", KeyType.HASH))
                .globalSecondaryIndexes(statusIndex()));
        return new UsersTable(client, name);
    }

    private static GlobalSecondaryIndex statusIndex() {
        return GlobalSecondaryIndex.builder()
                .indexName("StatusIndex")
                .keySchema(key("statusShard", KeyType.HASH), key("createdAt", KeyType.RANGE))
                .projection(projection -> projection
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes("email", "name", "status", "updatedAt", "version"))
                .build();
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    /** Another client of the same engine. */
    DynamoDbClient clientOver(SdkHttpClient http) {
        return clientOf(client.serviceClientConfiguration().endpointOverride().orElseThrow())
                .httpClient(http)
                .build();
    }

    private static DynamoDbClientBuilder clientOf(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    DynamoDbUsers users() {
        return new DynamoDbUsers(client, name);
    }

    Optional<Map<String, AttributeValue>> row(String userId) {
        var answer = client.getItem(get -> get.tableName(name)
                .key(Map.of("userId", AttributeValue.fromS(userId)))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    int rows() {
        return client.scan(scan -> scan.tableName(name)).count();
    }

    /** Gives a test a table of its own, on one engine for all tests. */
    static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == UsersTable.class;
        }

        @Override
        public UsersTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Engine engine = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OnRealEngine.class))
                    .getOrComputeIfAbsent(Engine.class, key -> Engine.started(), Engine.class);
            return createdWith(engine.client);
        }
    }

    private record Engine(DynamoDbLocal process, DynamoDbClient client) implements AutoCloseable {
        static Engine started() {
            DynamoDbLocal process = start();
            return new Engine(
                    process,
                    clientOf(process.endpoint())
                            .httpClientBuilder(AwsCrtHttpClient.builder())
                            .build());
        }

        private static DynamoDbLocal start() {
            try {
                return DynamoDbLocal.start(Path.of("../../infra/dynamodb-local/target"), Optional.empty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the engine started", e);
            }
        }

        @Override
        public void close() {
            client.close();
            process.close();
        }
    }
}
