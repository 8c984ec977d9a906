package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.local.frontdoor.Service;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes orders into the table of a run as its functions would, and reads what follows from them, past the functions. */
final class OrdersRows implements AutoCloseable {
    private static final String USER = "USER#ada";
    private static final int HOUR = "2026-11-20T10".length();

    /** What was sold of a product in one hour and currency. */
    record Sold(long revenue, long orders, long quantity) {
        Sold plus(Sold other) {
            return new Sold(revenue + other.revenue, orders + other.orders, quantity + other.quantity);
        }
    }

    /** An order of one line. */
    record OneLine(String orderId, String sku, int quantity, long unitPrice) {
        long total() {
            return quantity * unitPrice;
        }
    }

    private final DynamoDbClient client;
    private final Map<String, String> tables;
    private final AtomicLong placed = new AtomicLong();

    private OrdersRows(DynamoDbClient client, Map<String, String> tables) {
        this.client = client;
        this.tables = tables;
    }

    static OrdersRows of(LocalRun run) {
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        List<String> names = client.listTables().tableNames();
        Map<String, String> tables = Stream.of("OrdersTable", "RevenueTable", "SharedCacheTable")
                .collect(toMap(
                        id -> id,
                        id -> names.stream()
                                .filter(name -> name.contains(id))
                                .findFirst()
                                .orElseThrow()));
        return new OrdersRows(client, tables);
    }

    /** The row of an order as it is placed. */
    static Map<String, AttributeValue> pending(OneLine order, String at) {
        Map<String, AttributeValue> row = new HashMap<>(key(order));
        row.put("status", text("PENDING"));
        row.put("lines", lines(Map.of("sku", text(order.sku()), "quantity", number(order.quantity()))));
        row.put("bodyHash", text("hash"));
        row.put("correlationId", text("correlation-" + order.orderId()));
        row.put("placedAt", text(at));
        row.put("updatedAt", text(at));
        row.put("attempts", number(0));
        row.put("placedOrder", text(at + "#" + order.orderId()));
        return row;
    }

    /** The same once it is confirmed. */
    static Map<String, AttributeValue> confirmed(OneLine order, String at) {
        Map<String, AttributeValue> row = pending(order, at);
        row.put("status", text("CONFIRMED"));
        row.put(
                "lines",
                lines(Map.of(
                        "sku",
                        text(order.sku()),
                        "quantity",
                        number(order.quantity()),
                        "unitPrice",
                        number(order.unitPrice()))));
        row.put("total", number(order.total()));
        row.put("currency", text("EUR"));
        return row;
    }

    void place(OneLine order, String at) {
        put(pending(order, at));
        placed.incrementAndGet();
    }

    /** How many orders this has placed. */
    long placed() {
        return placed.get();
    }

    void confirm(OneLine order, String at) {
        put(confirmed(order, at));
    }

    void cancel(OneLine order, String at) {
        Map<String, AttributeValue> row = confirmed(order, at);
        row.put("status", text("CANCELLED"));
        put(row);
    }

    private void put(Map<String, AttributeValue> row) {
        client.putItem(put -> put.tableName(tables.get("OrdersTable")).item(row));
    }

    void putProduct(String sku, long version) {
        put(Map.of(
                "pk", text("SKU#" + sku),
                "sk", text("CATALOGUE"),
                "name", text("Name of " + sku),
                "unitPrice", number(250),
                "currency", text("EUR"),
                "version", number(version)));
    }

    /** What was counted, by {@code <sku>/<hour>#<currency>}. */
    Map<String, Sold> sold() {
        return client
                .scanPaginator(
                        scan -> scan.tableName(tables.get("RevenueTable")).consistentRead(true))
                .items()
                .stream()
                .filter(row -> row.get("pk").s().startsWith("SKU#"))
                .collect(toMap(
                        row -> row.get("pk").s().substring("SKU#".length()) + "/"
                                + row.get("sk").s(),
                        row -> new Sold(number(row, "revenue"), number(row, "orders"), number(row, "quantity"))));
    }

    static String rowOf(OneLine order, String at) {
        return order.sku() + "/" + at.substring(0, HOUR) + "#EUR";
    }

    /** Version of the product that the shared cache has; 0 for none. */
    long sharedVersion(String sku) {
        Map<String, AttributeValue> key = Map.of("key", text("products:" + sku));
        var item = client.getItem(
                get -> get.tableName(tables.get("SharedCacheTable")).key(key).consistentRead(true));
        return item.hasItem() ? number(item.item(), "version") : 0;
    }

    static Map<String, AttributeValue> key(OneLine order) {
        return Map.of("pk", text(USER), "sk", text("ORDER#" + order.orderId()));
    }

    private static AttributeValue lines(Map<String, AttributeValue> line) {
        return AttributeValue.fromL(List.of(AttributeValue.fromM(line)));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(Map<String, AttributeValue> row, String attribute) {
        return Long.parseLong(row.get(attribute).n());
    }

    @Override
    public void close() {
        client.close();
    }
}
