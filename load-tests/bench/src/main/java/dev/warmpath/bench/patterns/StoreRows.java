package dev.warmpath.bench.patterns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows as the services write them. */
final class StoreRows {
    static final String PENDING = "PENDING";

    /** Of each line. */
    static final long QUANTITY = 2;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.001Z");
    private static final int USER_SHARDS = 4;

    private StoreRows() {}

    static String userId(int number) {
        return "user-%04d".formatted(number);
    }

    static Map<String, AttributeValue> userKey(int number) {
        return Map.of("userId", text(userId(number)));
    }

    static Map<String, AttributeValue> user(int number) {
        String time = START.plusSeconds(number).toString();
        return Map.of(
                "userId", text(userId(number)),
                "email", text(userId(number) + "@example.com"),
                "name", text("User number " + number),
                "status", text("ACTIVE"),
                "createdAt", text(time),
                "updatedAt", text(time),
                "version", AttributeValue.fromN("1856000000000000000"),
                "statusShard", text(statusShard(number % USER_SHARDS)));
    }

    static String statusShard(int shard) {
        return "ACTIVE#" + shard;
    }

    static String sku(int number) {
        return "sku-%04d".formatted(number);
    }

    static Map<String, AttributeValue> productKey(String sku) {
        return Map.of("pk", text("SKU#" + sku), "sk", text("CATALOGUE"));
    }

    static Map<String, AttributeValue> product(int number) {
        Map<String, AttributeValue> row = new HashMap<>(productKey(sku(number)));
        row.put("name", text("Product number " + number));
        row.put("unitPrice", number(number + 1L));
        row.put("currency", text("EUR"));
        row.put("version", number(1));
        return row;
    }

    static Map<String, AttributeValue> stockKey(String sku) {
        return Map.of("pk", text("SKU#" + sku), "sk", text("STOCK"));
    }

    static Map<String, AttributeValue> stock(int number) {
        Map<String, AttributeValue> row = new HashMap<>(stockKey(sku(number)));
        row.put("available", number(1_000_000_000));
        row.put("version", number(1));
        return row;
    }

    static String partition(int user) {
        return "USER#" + userId(user);
    }

    static Map<String, AttributeValue> orderKey(int user, int order) {
        return Map.of("pk", text(partition(user)), "sk", text("ORDER#" + uuid("order " + order)));
    }

    /** One that is confirmed. */
    static Map<String, AttributeValue> order(int user, int order, int lines) {
        Map<String, AttributeValue> row = new HashMap<>(orderKey(user, order));
        String time = START.plusSeconds(order).toString();
        row.put("status", text("CONFIRMED"));
        row.put("lines", AttributeValue.fromL(lines(order, lines)));
        row.put("total", number(1_250));
        row.put("currency", text("EUR"));
        row.put("bodyHash", text((uuid("body") + uuid("hash")).substring(0, 43)));
        row.put("correlationId", text(uuid("request " + order)));
        row.put("placedAt", text(time));
        row.put("updatedAt", text(time));
        row.put("placedOrder", text(time + "#" + uuid("order " + order)));
        return row;
    }

    private static List<AttributeValue> lines(int order, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> AttributeValue.fromM(Map.of(
                        "sku",
                        text(sku((order + line) % 100)),
                        "quantity",
                        number(QUANTITY),
                        "unitPrice",
                        number(299))))
                .toList();
    }

    /** One that waits for its attempt, in the only shard that is used here. */
    static Map<String, AttributeValue> pending(int user, int order, int lines) {
        Map<String, AttributeValue> row = new HashMap<>(order(user, order, lines));
        row.keySet().removeAll(List.of("total", "currency"));
        row.put("status", text(PENDING));
        row.put("attempts", number(0));
        row.put("nextAttemptAt", text(START.plusSeconds(order).toString()));
        row.put("pendingShard", text(pendingShard()));
        return row;
    }

    static String pendingShard() {
        return "PENDING#0";
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
