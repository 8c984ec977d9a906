package dev.warmpath.cache;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import java.nio.file.Path;
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
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty table for a shared cache on the real engine. */
record CacheTable(DynamoDbClient client, String name) {
    static CacheTable createdWith(DynamoDbClient client) {
        String name = "cache-" + UUID.randomUUID();
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("key")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("key")
                        .keyType(KeyType.HASH)
                        .build()));
        return new CacheTable(client, name);
    }

    /** Gives a test a table of its own, on one engine for all tests. */
    static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == CacheTable.class;
        }

        @Override
        public CacheTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Engine engine = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OnRealEngine.class))
                    .getOrComputeIfAbsent(Engine.class, key -> Engine.started(), Engine.class);
            return createdWith(engine.client);
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

        @Override
        public void close() {
            client.close();
            process.close();
        }
    }
}
