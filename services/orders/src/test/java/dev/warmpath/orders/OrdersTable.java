package dev.warmpath.orders;

import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.testing.DynamoDbEngine;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty orders table on the real engine. */
public record OrdersTable(DynamoDbEngine engine, DynamoDbClient client, String name) {
    static OrdersTable createdOn(DynamoDbEngine engine) {
        String name = "orders-" + UUID.randomUUID();
        engine.client()
                .createTable(table -> table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                text("pk"),
                                text("sk"),
                                text("pendingShard"),
                                text("nextAttemptAt"),
                                text("placedOrder"))
                        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                        .globalSecondaryIndexes(pendingIndex(), placedIndex()));
        return new OrdersTable(engine, engine.client(), name);
    }

    private static GlobalSecondaryIndex pendingIndex() {
        return GlobalSecondaryIndex.builder()
                .indexName("GSI1")
                .keySchema(key("pendingShard", KeyType.HASH), key("nextAttemptAt", KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static GlobalSecondaryIndex placedIndex() {
        return GlobalSecondaryIndex.builder()
                .indexName("GSI2")
                .keySchema(key("pk", KeyType.HASH), key("placedOrder", KeyType.RANGE))
                .projection(projection -> projection
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes("status", "lines", "total", "currency", "reason", "placedAt", "updatedAt"))
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

    public Optional<Map<String, AttributeValue>> row(Map<String, AttributeValue> key) {
        var answer = client.getItem(get -> get.tableName(name).key(key).consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    public Optional<Order> order(OrderKey key) {
        return row(key.attributes()).map(OrderSchema::order);
    }

    public long available(String sku) {
        return Long.parseLong(row(Stock.key(sku)).orElseThrow().get("available").n());
    }

    public void put(Map<String, AttributeValue> row) {
        client.putItem(put -> put.tableName(name).item(row));
    }

    /** Gives a test a table of its own, on one engine for all tests. */
    public static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OrdersTable.class;
        }

        @Override
        public OrdersTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return createdOn(DynamoDbEngine.of(context));
        }
    }
}
