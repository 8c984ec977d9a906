package dev.warmpath.batch;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty table with the key {@code id} on the real engine. */
record TestTable(DynamoDbClient client, String name) {

    Table table() {
        return new Table(name, List.of("id"));
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    List<Map<String, AttributeValue>> rows() {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        client.scanPaginator(scan -> scan.tableName(name)).items().forEach(rows::add);
        return rows;
    }

    /** Gives a test a table of its own, on one engine for all tests. */
    static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestTable.class;
        }

        @Override
        public TestTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Engine engine = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OnRealEngine.class))
                    .getOrComputeIfAbsent(Engine.class, key -> Engine.started(), Engine.class);
            String name = "batch-" + UUID.randomUUID();
            engine.create(name);
            return new TestTable(engine.client, name);
        }
    }

    private record Engine(DynamoDbLocal process, DynamoDbClient client) implements AutoCloseable {
        static Engine started() {
            DynamoDbLocal process = start();
            DynamoDbClient client = DynamoDbClient.builder()
                    .endpointOverride(process.endpoint())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                    .httpClientBuilder(AwsCrtHttpClient.builder())
                    .build();
            return new Engine(process, client);
        }

        private static DynamoDbLocal start() {
            try {
                return DynamoDbLocal.start(Path.of("../infra/dynamodb-local/target"), Optional.empty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the engine started", e);
            }
        }

        void create(String name) {
            client.createTable(table -> table.tableName(name)
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

        @Override
        public void close() {
            client.close();
            process.close();
        }
    }
}
