package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.placing.BatchPlacing;
import dev.warmpath.orders.placing.OrderPuts;
import dev.warmpath.orders.placing.OrderQueue;
import dev.warmpath.orders.placing.PendingOrders;
import dev.warmpath.orders.placing.Placing;
import dev.warmpath.testing.Invocations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is printed while orders are placed. */
@ExtendWith({OrdersTable.OnRealEngine.class, OrdersQueue.OnRealEngine.class})
class PlacingTelemetryIT {
    private static final String ORDER = "{\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}";
    private static final Map<String, String> KEYED = Map.of("Idempotency-Key", "key-1", "X-Correlation-Id", "c-1");

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final WorkerFaults faults = new WorkerFaults();
    private PlaceOrder placeOrder;
    private PlaceOrders placeOrders;

    @BeforeEach
    void wire(OrdersTable table, OrdersQueue queue) {
        PendingOrders pending = new PendingOrders(Clock.systemUTC(), new SecureRandom(), Duration.ofSeconds(60));
        OrderPuts puts = new OrderPuts(table.engine().clientOver(faults), table.name());
        OrderQueue sender = new OrderQueue(queue.engine().clientOver(faults), queue.url());
        placeOrder = new PlaceOrder(new Placing(pending, puts, sender));
        placeOrders = new PlaceOrders(new BatchPlacing(pending, puts, sender));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreConsole() {
        System.setOut(console);
        faults.close();
    }

    @Test
    void anAcceptedOrderIsCountedOnceHoweverOftenItIsSent() throws IOException {
        place(KEYED, ORDER);
        place(KEYED, ORDER);
        place(KEYED, ORDER.replace("tea", "cup"));

        assertThat(linesWith("OrdersAccepted")).singleElement().asString().contains("\"OrdersAccepted\":1.0");
        assertThat(linesWith("OrdersNotSent")).isEmpty();
    }

    @Test
    void anOrderWhosePutWasRepeatedByTheClientIsCounted() throws IOException {
        faults.fail("PutItem", Fault.LOST_ANSWER, 1);

        place(Map.of(), ORDER);

        assertThat(linesWith("\"OrdersAccepted\":1.0")).hasSize(1);
    }

    @Test
    void ordersOfABatchAreCountedTogether() throws IOException {
        placeAll(ORDER, ORDER, ORDER);

        assertThat(linesWith("\"OrdersAccepted\":3.0")).hasSize(1);
    }

    @Test
    void ordersThatCannotBeSentAreCountedAndLoggedWithTheirCorrelationAndNothingPersonal() throws IOException {
        faults.fail("SendMessage", Fault.DENIED, 1);
        faults.fail("SendMessageBatch", Fault.DENIED, 1);

        place(KEYED, ORDER);
        placeAll(ORDER, ORDER);

        assertThat(linesWith("\"OrdersNotSent\":1.0")).hasSize(1);
        assertThat(linesWith("\"OrdersNotSent\":2.0")).hasSize(1);
        assertThat(linesWith("Accepted but not sent"))
                .hasSize(2)
                .first()
                .asString()
                .contains("ERROR", "\"correlation_id\":\"c-1\"");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("ada-lovelace");
    }

    @Test
    void anOrderThatIsNotWrittenIsNeitherAcceptedNorUnsent() throws IOException {
        faults.fail("PutItem", Fault.DENIED, 1);

        place(Map.of(), ORDER);

        assertThat(linesWith("OrdersAccepted")).isEmpty();
        assertThat(linesWith("OrdersNotSent")).isEmpty();
    }

    private List<String> linesWith(String text) {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }

    private void place(Map<String, String> headers, String body) throws IOException {
        Invocations.call(placeOrder, OrderEvents.post("ada-lovelace", headers, body));
    }

    private void placeAll(String... orders) throws IOException {
        String body = "{\"orders\":[" + String.join(",", orders) + "]}";
        Invocations.call(placeOrders, OrderEvents.post("ada-lovelace", Map.of(), body));
    }
}
