package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Data;
import dev.warmpath.bench.comparison.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who and what there is, by number, and the JSON that makes them. */
public record Population(Data data) {
    public static final String ADMIN = "root";

    private static final Instant FIRST_CREATED = Instant.parse("2026-01-01T08:00:00Z");
    private static final int LEAST_PRICE = 100;

    /** The first are drawn, the next imported again, and the last leave. */
    String user(int number) {
        return "user-%05d".formatted(number);
    }

    String leavingUser(int number) {
        return user(data.drawnUsers() + data.importedUsers() + number);
    }

    String sku(int number) {
        return "SKU-%05d".formatted(number);
    }

    Skew drawnUsers() {
        return new Skew(data.drawnUsers());
    }

    Skew products() {
        return new Skew(data.products());
    }

    /** The owner of a seeded order: those that are cancelled follow those that are read. */
    String owner(int order) {
        int first = order < data.readOrders() ? 0 : data.readOrders();
        int orders = first == 0 ? data.readOrders() : data.cancelledOrders();
        return user(drawnUsers().ownerOf(order - first, orders));
    }

    /** Of users from one number on, with times of creation that do not depend on when this is sent. */
    String importBody(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(this::userJson)
                .collect(Collectors.joining(",", "{\"users\":[", "]}"));
    }

    private String userJson(int number) {
        return "{\"userId\":\"%1$s\",\"email\":\"%1$s@example.com\",\"name\":\"User number %2$d\",\"createdAt\":\"%3$s\"}"
                .formatted(user(number), number, FIRST_CREATED.plus(Duration.ofMinutes(number)));
    }

    String inventoryBody(List<Integer> products) {
        return products.stream().map(this::itemJson).collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private String itemJson(int number) {
        return "{\"sku\":\"%s\",\"name\":\"Product number %d\",\"available\":%d,\"unitPrice\":%d,\"currency\":\"EUR\"}"
                .formatted(sku(number), number, Plan.STOCK, LEAST_PRICE + number);
    }
}
