package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.frontdoor.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the orders' tables of a run really hold, read past the functions; rules for all functions must not be set meanwhile. */
final class OrderBooks implements AutoCloseable {
    /** The row of an order. */
    record Row(
            String userId,
            String orderId,
            String status,
            String reason,
            List<Line> lines,
            long total,
            String bodyHash,
            String correlationId,
            String placedAt) {
        static Row of(Map<String, AttributeValue> row) {
            return new Row(
                    row.get("pk").s().substring("USER#".length()),
                    row.get("sk").s().substring("ORDER#".length()),
                    row.get("status").s(),
                    text(row, "reason"),
                    row.get("lines").l().stream()
                            .map(AttributeValue::m)
                            .map(Row::line)
                            .toList(),
                    row.containsKey("total") ? Long.parseLong(row.get("total").n()) : 0,
                    row.get("bodyHash").s(),
                    row.get("correlationId").s(),
                    row.get("placedAt").s());
        }

        private static String text(Map<String, AttributeValue> row, String name) {
            return row.containsKey(name) ? row.get(name).s() : "";
        }

        private static Line line(Map<String, AttributeValue> line) {
            return new Line(
                    line.get("sku").s(), Integer.parseInt(line.get("quantity").n()));
        }
    }

    /** What one product brought in, in how many orders. */
    record Sold(long revenue, long quantity, long orders) {
        private static Sold of(Map<String, AttributeValue> row) {
            return new Sold(number(row, "revenue"), number(row, "quantity"), number(row, "orders"));
        }

        private static long number(Map<String, AttributeValue> row, String name) {
            return Long.parseLong(row.get(name).n());
        }

        Sold plus(Sold other) {
            return new Sold(revenue + other.revenue, quantity + other.quantity, orders + other.orders);
        }

        boolean isNothing() {
            return equals(new Sold(0, 0, 0));
        }
    }

    private final DynamoDbClient client;
    private final String orders;
    private final String revenue;

    private OrderBooks(DynamoDbClient client) {
        this.client = client;
        this.orders = named("OrdersTable");
        this.revenue = named("RevenueTable");
    }

    static OrderBooks of(LocalRun run) {
        return new OrderBooks(DynamoDbClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build());
    }

    private String named(String logicalId) {
        return client.listTables().tableNames().stream()
                .filter(table -> table.contains(logicalId))
                .findFirst()
                .orElseThrow();
    }

    /** The orders of the callers whose ids begin so, by id. */
    Map<String, Row> orders(String callerPrefix) {
        return rows(orders, "USER#" + callerPrefix).stream()
                .filter(row -> row.get("sk").s().startsWith("ORDER#"))
                .map(Row::of)
                .collect(toMap(Row::orderId, row -> row));
    }

    Optional<Row> order(String userId, String orderId) {
        Map<String, AttributeValue> key =
                Map.of("pk", AttributeValue.fromS("USER#" + userId), "sk", AttributeValue.fromS("ORDER#" + orderId));
        return Optional.of(client.getItem(get ->
                                get.tableName(orders).consistentRead(true).key(key))
                        .item())
                .filter(row -> !row.isEmpty())
                .map(Row::of);
    }

    /** How many orders are not decided yet; only those are in this index. */
    int pending() {
        return client.scanPaginator(scan -> scan.tableName(orders).indexName("GSI1")).items().stream()
                .toList()
                .size();
    }

    /** How many there are of each product whose SKU begins so. */
    Map<String, Long> stock(String skuPrefix) {
        return rows(orders, "SKU#" + skuPrefix).stream()
                .filter(row -> row.get("sk").s().equals("STOCK"))
                .collect(toMap(
                        row -> row.get("pk").s().substring("SKU#".length()),
                        row -> Long.parseLong(row.get("available").n()),
                        Long::sum,
                        TreeMap::new));
    }

    /** What each product brought in whose SKU begins so, and how many of it, as the projection has counted them. */
    Map<String, Sold> sold(String skuPrefix) {
        return rows(revenue, "SKU#" + skuPrefix).stream()
                .collect(
                        toMap(row -> row.get("pk").s().substring("SKU#".length()), Sold::of, Sold::plus, TreeMap::new));
    }

    private List<Map<String, AttributeValue>> rows(String table, String prefix) {
        return client
                .scanPaginator(scan -> scan.tableName(table)
                        .consistentRead(true)
                        .filterExpression("begins_with(pk, :prefix)")
                        .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(prefix))))
                .items()
                .stream()
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
