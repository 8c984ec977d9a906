package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.http.Cursor;
import dev.warmpath.http.Position;
import dev.warmpath.json.Json;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.reading.OrderTable;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class ListOrdersIT {
    private static final String SCOPE = "orders:read orders:write";
    private static final String ADMIN_SCOPE = "orders:read orders:write admin";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private OrdersTable table;
    private OrderRows rows;
    private WatchedClient client;
    private ListOrders listOrders;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        rows = new OrderRows(table);
        client = new WatchedClient(table.client());
        listOrders = new ListOrders(new OrderTable(client, table.name()));
    }

    @Test
    void anOrderIsListedAsItIsAnsweredElsewhere() throws IOException {
        Order order = place("ada", "order-1", NOON);

        Answer answer = list("ada", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(answer.json()).isEqualTo(Map.of("orders", List.of(order.toJson())));
    }

    @Test
    void whatAConfirmedOrderHasIsListedToo() throws IOException {
        Order order = place("ada", "order-1", NOON);
        Map<String, AttributeValue> row =
                new HashMap<>(table.row(order.key().attributes()).orElseThrow());
        row.put("status", AttributeValue.fromS("CONFIRMED"));
        row.put("total", AttributeValue.fromN("500"));
        row.put("currency", AttributeValue.fromS("EUR"));
        row.keySet().removeAll(List.of("pendingShard", "nextAttemptAt"));
        table.put(row);

        Order confirmed = table.order(order.key()).orElseThrow();
        assertThat(list("ada", Map.of()).body()).isEqualTo("{\"orders\":[" + Json.write(confirmed.toJson()) + "]}");
    }

    @Test
    void theNewestIsFirstDownToTheMillisecond() throws IOException {
        place("ada", "order-1", NOON);
        place("ada", "order-3", NOON.plusSeconds(1));
        place("ada", "order-2", NOON.plusMillis(1));
        place("bob", "order-4", NOON);

        assertThat(ids(list("ada", Map.of()))).containsExactly("order-3", "order-2", "order-1");
    }

    @Test
    void noOrdersAreOneEmptyPage() throws IOException {
        assertThat(list("ada", Map.of()).json()).isEqualTo(Map.of("orders", List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 29, 30, 100})
    void ordersOfOneInstantAreNeitherLostNorDoubled(int limit) throws IOException {
        List<String> placed = IntStream.range(0, 30)
                .mapToObj(i -> place("ada", "order-" + i, NOON).key().orderId())
                .toList();

        List<String> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            Answer page = list("ada", with(Map.of("limit", "" + limit), cursor));
            assertThat(ids(page)).hasSizeBetween(1, limit);
            listed.addAll(ids(page));
            cursor = cursor(page);
            pages++;
        } while (cursor.isPresent());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(placed);
        assertThat(client.count(QueryRequest.class)).isEqualTo(pages).isEqualTo((30 + limit - 1) / limit);
    }

    @Test
    void twentyOrdersAreAPageUnlessAskedOtherwise() throws IOException {
        IntStream.range(0, 21).forEach(i -> place("ada", "order-" + i, NOON));

        assertThat(ids(list("ada", Map.of()))).hasSize(20);
    }

    @Test
    void aHundredOfTheLargestOrdersAreOnePage() throws IOException {
        OrderLine[] lines = IntStream.range(0, 50)
                .mapToObj(i -> OrderLine.of("S".repeat(62) + (10 + i), 10_000).at(1_000_000_000))
                .toArray(OrderLine[]::new);
        String user = "u".repeat(128);
        IntStream.range(0, 101).forEach(i -> rows.put(user, "o".repeat(61) + (100 + i), NOON, lines));

        Answer page = list(user, Map.of("limit", "100"));

        assertThat(ids(page)).hasSize(100);
        assertThat(client.calls()).isEqualTo(1);
        assertThat(ids(list(user, with(Map.of(), cursor(page))))).hasSize(1);
    }

    @Test
    void anAdministratorListsThoseOfAnyUserAndNobodyElseDoes() throws IOException {
        place("ada", "order-1", NOON);

        Answer byAdmin = ReadEvents.by("root", ADMIN_SCOPE)
                .query(Map.of("userId", "ada"))
                .to(listOrders);
        Answer byEve = list("eve", Map.of("userId", "ada"));
        Answer byAda = list("ada", Map.of("userId", "ada"));

        assertThat(ids(byAdmin)).containsExactly("order-1");
        assertThat(byEve.status()).isEqualTo(403);
        assertThat(byEve.body()).doesNotContain("ada");
        assertThat(ids(byAda)).containsExactly("order-1");
    }

    @Test
    void aCursorOfAnotherUsersListAnswers400() throws IOException {
        IntStream.range(0, 3).forEach(i -> place("ada", "order-" + i, NOON));
        IntStream.range(0, 3).forEach(i -> place("eve", "order-" + i, NOON));
        Optional<String> cursor = cursor(list("ada", Map.of("limit", "1")));

        assertThat(list("eve", with(Map.of(), cursor)).status()).isEqualTo(400);
        assertThat(ids(ReadEvents.by("root", ADMIN_SCOPE)
                        .query(with(Map.of("userId", "ada"), cursor))
                        .to(listOrders)))
                .hasSize(2);
    }

    @Test
    void anEditedCursorReachesNothingOfOthers() throws IOException {
        place("ada", "order-5", NOON);
        place("eve", "order-1", NOON.minusSeconds(1));
        place("eve", "order-2", NOON.plusSeconds(1));

        Answer page = list("eve", Map.of("cursor", edited("eve", Position.after(millis(NOON) + " order-5"))));

        assertThat(ids(page)).containsExactly("order-1");
        assertThat(list("eve", Map.of("cursor", edited("eve", Position.END))).json())
                .isEqualTo(Map.of("orders", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "order-5",
                " ",
                "0 ",
                "0 a#b",
                "0 ORDER#a b",
                "00 order-5",
                "+1 order-5",
                "zzzzzzzzzzzz order-5"
            })
    void aCursorWithAPositionThatNoPageHadAnswers400(String key) throws IOException {
        place("ada", "order-5", NOON);

        assertThat(list("ada", Map.of("cursor", edited("ada", Position.after(key))))
                        .status())
                .isEqualTo(400);
        assertThat(client.calls()).isZero();
    }

    @Test
    void whateverIsChangedInACursorAnswers400OrStaysInTheOwnOrders() throws IOException {
        IntStream.range(0, 3).forEach(i -> place("ada", "order-" + i, NOON));
        IntStream.range(0, 3).forEach(i -> place("bob", "order-" + (i + 3), NOON));
        String cursor = cursor(list("ada", Map.of("limit", "1"))).orElseThrow();

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            Answer page = list("ada", Map.of("cursor", cursor.substring(0, i) + other + cursor.substring(i + 1)));
            if (page.status() == 200) {
                assertThat(List.of("order-0", "order-1", "order-2")).containsAll(ids(page));
            } else {
                assertThat(page.status()).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=1.5", "cursor=%", "cursor=AQ", "status=PENDING"})
    void aFaultyQueryAnswers400(String parameter) throws IOException {
        String[] parts = parameter.split("=");

        Answer answer = list("ada", Map.of(parts[0], parts[1]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(client.calls()).isZero();
    }

    @Test
    void primingReadsNoOrder() {
        place("ada", "order-1", NOON);

        listOrders.prime();

        assertThat(client.count(QueryRequest.class)).isEqualTo(1);
    }

    @Test
    void primingWithoutAnIndexFails() {
        ListOrders broken = new ListOrders(new OrderTable(table.client(), "no-such-table"));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private Order place(String userId, String orderId, Instant at) {
        return rows.put(userId, orderId, at, OrderLine.of("A", 2));
    }

    private Answer list(String sub, Map<String, String> query) throws IOException {
        return ReadEvents.by(sub, SCOPE).query(query).to(listOrders);
    }

    private static String edited(String userId, Position position) {
        return Cursor.of(Map.of(Integer.toHexString(userId.hashCode()), position))
                .encode();
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli(), Character.MAX_RADIX);
    }

    private static Map<String, String> with(Map<String, String> query, Optional<String> cursor) {
        Map<String, String> more = new HashMap<>(query);
        cursor.ifPresent(text -> more.put("cursor", text));
        return more;
    }

    private static Optional<String> cursor(Answer page) {
        return Optional.ofNullable((String) page.json().get("cursor"));
    }

    private static List<String> ids(Answer page) {
        return ((List<?>) page.json().get("orders"))
                .stream()
                        .map(order -> (String) Json.fields(order).get("orderId"))
                        .toList();
    }
}
