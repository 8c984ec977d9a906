package dev.warmpath.orders.projection;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.testing.DynamoDbEngine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty revenue table on the real engine. */
public record RevenueTable(DynamoDbClient client, String name) {
    public static RevenueTable createdBy(DynamoDbClient client) {
        String name = "revenue-" + UUID.randomUUID();
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        return new RevenueTable(client, name);
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

    /** What was counted, by {@code <sku>/<hour>#<currency>}. */
    public Map<String, Sold> sold() {
        return rows("SKU#")
                .collect(toMap(
                        row -> row.get("pk").s().substring("SKU#".length()) + "/"
                                + row.get("sk").s(),
                        row -> new Sold(number(row, "revenue"), number(row, "orders"), number(row, "quantity"))));
    }

    public List<Map<String, AttributeValue>> markers() {
        return rows("ORDER#").toList();
    }

    private Stream<Map<String, AttributeValue>> rows(String prefix) {
        return client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
                .filter(row -> row.get("pk").s().startsWith(prefix));
    }

    private static long number(Map<String, AttributeValue> row, String attribute) {
        return Long.parseLong(row.get(attribute).n());
    }

    /** Gives a test a table of its own, on one engine for all tests. */
    public static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RevenueTable.class;
        }

        @Override
        public RevenueTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return createdBy(DynamoDbEngine.of(context).client());
        }
    }
}
