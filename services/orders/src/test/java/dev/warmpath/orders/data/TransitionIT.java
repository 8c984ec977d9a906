package dev.warmpath.orders.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.orders.OrdersTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ExtendWith(OrdersTable.OnRealEngine.class)
class TransitionIT {
    private static final Instant PLACED = Instant.parse("2026-11-20T10:50:40.123Z");
    private static final Instant LATER = Instant.parse("2026-11-20T10:51:00.000Z");
    private static final OrderKey KEY = new OrderKey("ada", "order-1");
    private static final Order ORDER =
            Order.placed(KEY, List.of(OrderLine.of("tea", 2)), "c-1", PLACED, PLACED.plusSeconds(60));

    private OrdersTable table;

    @BeforeEach
    void place(OrdersTable table) {
        this.table = table;
        table.put(OrderSchema.row(ORDER));
    }

    @Test
    void anOrderMovesAndLeavesTheIndexOfPendingOnes() {
        make(to(OrderStatus.REJECTED).set("reason", AttributeValue.fromS("OUT_OF_STOCK")));

        Order moved = table.order(KEY).orElseThrow();
        assertThat(moved.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(moved.reason()).contains(Reason.OUT_OF_STOCK);
        assertThat(moved.updatedAt()).isEqualTo(LATER);
        assertThat(moved.placedAt()).isEqualTo(PLACED);
        assertThat(table.row(KEY.attributes()).orElseThrow()).doesNotContainKeys("pendingShard", "nextAttemptAt");
    }

    @Test
    void anOrderMovesOnce() {
        make(to(OrderStatus.CONFIRMED));

        CancellationReason refused = refusal(to(OrderStatus.CANCELLED));

        assertThat(refused.code()).isEqualTo("ConditionalCheckFailed");
        assertThat(OrderSchema.order(refused.item()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(table.order(KEY).orElseThrow().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void anOrderMovesOnlyForItsOwnBody() {
        CancellationReason refused = refusal(to(OrderStatus.CONFIRMED).ifPlacedBy("another"));
        assertThat(OrderSchema.order(refused.item())).isEqualTo(ORDER);

        make(to(OrderStatus.CONFIRMED).ifPlacedBy(ORDER.bodyHash()));
        assertThat(table.order(KEY).orElseThrow().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void whatIsNotThereIsNotMade() {
        OrderKey missing = new OrderKey("ada", "order-2");

        CancellationReason refused =
                refusal(new Transition(missing, OrderStatus.PENDING, OrderStatus.CONFIRMED, LATER));

        assertThat(refused.item()).isEmpty();
        assertThat(table.order(missing)).isEmpty();
    }

    private static Transition to(OrderStatus status) {
        return new Transition(KEY, OrderStatus.PENDING, status, LATER);
    }

    private CancellationReason refusal(Transition transition) {
        return catchThrowableOfType(TransactionCanceledException.class, () -> make(transition))
                .cancellationReasons()
                .getFirst();
    }

    private void make(Transition transition) {
        TransactWriteItem action =
                TransactWriteItem.builder().update(transition.in(table.name())).build();
        table.client().transactWriteItems(transaction -> transaction.transactItems(action));
    }
}
