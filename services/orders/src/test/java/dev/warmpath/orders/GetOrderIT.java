package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.reading.OrderTable;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class GetOrderIT {
    private static final String SCOPE = "orders:read orders:write";
    private static final String ADMIN_SCOPE = "orders:read orders:write admin";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private OrdersTable table;
    private WatchedClient client;
    private GetOrder getOrder;
    private Order order;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        client = new WatchedClient(table.client());
        getOrder = new GetOrder(new OrderTable(client, table.name()));
        order = new OrderRows(table).put("ada", "order-1", NOON, OrderLine.of("A", 2));
    }

    @Test
    void theOwnerReadsTheOrderAsItIsNow() throws IOException {
        Answer answer = get("ada", SCOPE, "order-1", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(answer.json()).isEqualTo(order.toJson());
        assertThat(client.requests(GetItemRequest.class))
                .singleElement()
                .satisfies(read -> assertThat(read.consistentRead()).isTrue());
    }

    @Test
    void aForeignOrderIsAnsweredExactlyLikeAMissingOne() throws IOException {
        Answer foreign = get("eve", SCOPE, "order-1", Map.of());
        Answer named = get("eve", SCOPE, "order-1", Map.of("userId", "ada"));
        Answer missing = get("eve", SCOPE, "order-2", Map.of());

        assertThat(List.of(foreign.status(), named.status())).containsOnly(404);
        assertThat(foreign).isEqualTo(missing);
        assertThat(named).isEqualTo(missing);
    }

    @Test
    void anAdministratorReadsThatOfAnyUser() throws IOException {
        assertThat(get("root", ADMIN_SCOPE, "order-1", Map.of("userId", "ada")).json())
                .isEqualTo(order.toJson());
        assertThat(get("root", ADMIN_SCOPE, "order-1", Map.of()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#b", "../order-1", "\u00e4"})
    void whatIsNoOrderIdAnswers404AndIsNotRead(String orderId) throws IOException {
        assertThat(get("ada", SCOPE, orderId, Map.of()).status()).isEqualTo(404);
        assertThat(client.calls()).isZero();
    }

    @Test
    void nobodySignedInAnswers401() throws IOException {
        assertThat(ReadEvents.unsigned().path("orderId", "order-1").to(getOrder).status())
                .isEqualTo(401);
    }

    @Test
    void anUnreachableTableAnswers500WithoutTellingWhy() throws IOException {
        getOrder = new GetOrder(new OrderTable(table.client(), "no-such-table"));

        Answer answer = get("ada", SCOPE, "order-1", Map.of());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("no-such-table", "Exception");
    }

    @Test
    void primingTakesThePathsOfAMissingAndOfAFoundOrder() {
        getOrder.prime();

        assertThat(client.count(GetItemRequest.class)).isEqualTo(1);
    }

    @Test
    void primingWithoutATableFails() {
        GetOrder broken = new GetOrder(new OrderTable(table.client(), "no-such-table"));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private Answer get(String sub, String scope, String orderId, Map<String, String> query) throws IOException {
        return ReadEvents.by(sub, scope).path("orderId", orderId).query(query).to(getOrder);
    }
}
