package dev.warmpath.orders.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OrderSchemaTest {
    private static final Instant PLACED = Instant.parse("2026-11-20T10:50:40.123Z");

    @Property(tries = 200)
    void anOrderIsReadAsItWasWritten(@ForAll("orders") Order order) {
        assertThat(OrderSchema.order(OrderSchema.row(order))).isEqualTo(order);
    }

    @Property(tries = 200)
    void onlyAnOrderThatIsToBeTriedIsInTheIndexOfPendingOnes(@ForAll("orders") Order order) {
        var row = OrderSchema.row(order);

        assertThat(row.containsKey("pendingShard"))
                .isEqualTo(row.containsKey("nextAttemptAt"))
                .isEqualTo(order.nextAttempt().isPresent());
        assertThat(OrderKey.of(row)).isEqualTo(order.key());
    }

    @Example
    void theRowOfAPlacedOrderHasNothingElse() {
        Order order = Order.placed(
                new OrderKey("ada", "order-1"), List.of(OrderLine.of("tea", 2)), "c-1", PLACED, PLACED.plusSeconds(60));

        assertThat(OrderSchema.row(order))
                .containsOnlyKeys(
                        "pk",
                        "sk",
                        "status",
                        "lines",
                        "bodyHash",
                        "correlationId",
                        "placedAt",
                        "updatedAt",
                        "attempts",
                        "nextAttemptAt",
                        "pendingShard",
                        "placedOrder")
                .containsEntry("pk", AttributeValue.fromS("USER#ada"))
                .containsEntry("sk", AttributeValue.fromS("ORDER#order-1"))
                .containsEntry("status", AttributeValue.fromS("PENDING"))
                .containsEntry("nextAttemptAt", AttributeValue.fromS("2026-11-20T10:51:40.123Z"))
                .containsEntry("placedOrder", AttributeValue.fromS("2026-11-20T10:50:40.123Z#order-1"));
    }

    @Example
    void pendingOrdersAreSpreadOverAllShards() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> new OrderKey("ada", "order-" + i).pendingShard())
                        .distinct())
                .hasSize(OrderKey.PENDING_SHARDS)
                .allMatch(shard -> shard.matches("PENDING#([0-9]|1[0-5])"));
    }

    @Provide
    Arbitrary<Order> orders() {
        return Orders.any();
    }
}
