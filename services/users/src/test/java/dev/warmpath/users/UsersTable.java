package dev.warmpath.users;

import dev.warmpath.testing.DynamoDbEngine;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty users table on the real engine. */
record UsersTable(DynamoDbEngine engine, DynamoDbClient client, String name) {
    static UsersTable createdOn(DynamoDbEngine engine) {
        DynamoDbClient client = engine.client();
        String name = "users-" + UUID.randomUUID();
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("userId"), text("statusShard"), text("createdAt"))
                .keySchema(key("userId", KeyType.HASH))
                .globalSecondaryIndexes(statusIndex()));
        return new UsersTable(engine, client, name);
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
        return engine.clientOver(http);
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
            return createdOn(DynamoDbEngine.of(context));
        }
    }
}
