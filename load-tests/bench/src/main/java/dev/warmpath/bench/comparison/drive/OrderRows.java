package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.local.frontdoor.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** A side's orders as their rows tell, read under a name that is none of the functions. */
final class OrderRows implements AutoCloseable {
    private static final String READER = "bench";
    private static final int KEYS_OF_A_BATCH = 100;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Side side;
    private final DynamoDbClient client;
    private final String table;

    OrderRows(Stack stack) {
        this.side = stack.side();
        this.client = DynamoDbClient.builder()
                .endpointOverride(URI.create(stack.run().frontDoor().endpoint(Service.DYNAMODB, READER)))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(READER, READER)))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
        this.table = client.listTables().tableNames().stream()
                .filter(name -> name.contains("OrdersTable"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * From when each order's request was due until it was confirmed, in milliseconds. The baseline confirms before it
     * answers, so that its answer ends that time; of the other side the row tells, to the millisecond.
     *
     * @throws IllegalStateException if one is not confirmed: no figure is worth quoting then
     */
    List<Double> untilFinal(Turn turn) {
        List<Order> orders = turn.answers().stream()
                .flatMap(answered -> answered.orderIds().stream().map(id -> new Order(answered, id)))
                .toList();
        List<Double> milliseconds = new ArrayList<>();
        for (int first = 0; first < orders.size(); first += KEYS_OF_A_BATCH) {
            List<Order> some = orders.subList(first, Math.min(first + KEYS_OF_A_BATCH, orders.size()));
            Map<String, Instant> confirmed = confirmed(some);
            some.forEach(order -> milliseconds.add(untilFinal(order, confirmed)));
        }
        return milliseconds;
    }

    private record Order(Answered answered, String id) {
        Map<String, AttributeValue> key(Side side) {
            String owner = answered.request().caller();
            return side == Side.OPTIMISED
                    ? Map.of("pk", AttributeValue.fromS("USER#" + owner), "sk", AttributeValue.fromS("ORDER#" + id))
                    : Map.of("userId", AttributeValue.fromS(owner), "orderId", AttributeValue.fromS(id));
        }
    }

    /** When each of these orders was last changed, by its id. */
    private Map<String, Instant> confirmed(List<Order> orders) {
        List<Map<String, AttributeValue>> keys =
                orders.stream().map(order -> order.key(side)).toList();
        Map<String, Instant> confirmed = new HashMap<>();
        client.batchGetItem(get -> get.requestItems(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(keys)
                                .consistentRead(true)
                                .build())))
                .responses()
                .get(table)
                .forEach(row -> confirmed.put(id(row), confirmedAt(row)));
        return confirmed;
    }

    private String id(Map<String, AttributeValue> row) {
        return side == Side.OPTIMISED
                ? row.get("sk").s().substring("ORDER#".length())
                : row.get("orderId").s();
    }

    private static Instant confirmedAt(Map<String, AttributeValue> row) {
        if (!row.get("status").s().equals("CONFIRMED")) {
            throw new IllegalStateException("An order is not confirmed: " + row);
        }
        return Instant.parse(row.get("updatedAt").s());
    }

    private double untilFinal(Order order, Map<String, Instant> confirmed) {
        Instant at = confirmed.get(order.id());
        if (at == null) {
            throw new IllegalStateException("The order " + order.id() + " was accepted, and has no row.");
        }
        return side == Side.BASELINE
                ? order.answered().milliseconds()
                : Answered.rounded(
                        Duration.between(WallClock.instant(order.answered().due()), at)
                                        .toNanos()
                                / NANOS_PER_MILLISECOND);
    }

    @Override
    public void close() {
        client.close();
    }
}
