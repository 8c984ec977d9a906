package dev.warmpath.orders;

import static dev.warmpath.orders.WorkerEngines.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.fulfilment.RequeueSchedule;
import dev.warmpath.testing.Invocations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

/** What workers print of their work. */
@Timeout(60)
@ExtendWith(WorkerEngines.OnRealEngines.class)
class WorkerTelemetryIT {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private WorkerEngines engines;

    @BeforeEach
    void wire(WorkerEngines engines) {
        this.engines = engines;
        engines.customer("ada-lovelace", "ACTIVE");
        engines.product("tea", 250, "EUR", 100);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreConsole() {
        System.setOut(console);
    }

    @Test
    void batchIsCountedWithWhatBecameOfItsOrders() throws IOException {
        engines.place(order("ada-lovelace", OrderLine.of("tea", 1)));
        engines.place(order("ada-lovelace", OrderLine.of("tea", 1)));
        engines.place(order("ada-lovelace", OrderLine.of("tea", 101)));
        engines.place(order("nobody", OrderLine.of("tea", 1)));
        engines.send(order("ada-lovelace", OrderLine.of("tea", 1)));
        engines.send("poison");

        Invocations.call(engines.fulfilOrders(), WorkerEngines.event(receive(6)));

        assertThat(linesWith("OrdersConfirmed"))
                .singleElement()
                .asString()
                .contains("\"BatchSize\":6.0", "\"OrdersConfirmed\":2.0", "\"OrdersRejected\":2.0")
                .contains("\"OrdersRejectedOutOfStock\":1.0", "\"OrdersRejectedCustomerUnknown\":1.0")
                .contains("\"UnreadableMessages\":1.0", "\"PartialFailures\":2.0");
    }

    @Test
    void agesAreRecordedOneByOne() throws IOException {
        engines.place(order("ada-lovelace", OrderLine.of("tea", 1)));
        engines.place(order("nobody", OrderLine.of("tea", 1)));
        Clock later = Clock.fixed(
                order("ada-lovelace", OrderLine.of("tea", 1)).placedAt().plusMillis(1_500), ZoneOffset.UTC);

        Invocations.call(engines.fulfilOrders(engines.table().client(), later), WorkerEngines.event(receive(2)));

        assertThat(linesWith("FulfilmentAge"))
                .singleElement()
                .asString()
                .contains("\"FulfilmentAge\":[1500.0,1500.0]", "\"Unit\":\"Milliseconds\"");
    }

    @Test
    void linesOfAnOrderCarryItsCorrelationIdAndNothingPersonal() throws IOException {
        Order confirmed = engines.place(order("ada-lovelace", OrderLine.of("tea", 1)));
        Order early = order("ada-lovelace", OrderLine.of("tea", 1));
        engines.send(early);

        Invocations.call(engines.fulfilOrders(), WorkerEngines.event(receive(2)));

        assertThat(linesWith(confirmed.key().orderId()))
                .singleElement()
                .asString()
                .contains("\"correlation_id\":\"correlation-1\"", "is confirmed");
        assertThat(linesWith(early.key().orderId()))
                .allSatisfy(line -> assertThat(line).contains("\"correlation_id\":\"correlation-1\""));
        assertThat(linesWith("ada-lovelace")).isEmpty();
    }

    @Test
    void runOfTheScheduleIsCountedWithTheDeadLetters() throws IOException {
        Order stale = order("ada-lovelace", OrderLine.of("tea", 1));
        engines.put(stale);
        engines.sqs().sendMessage(send -> send.queueUrl(engines.deadLetters()).messageBody("dead"));
        Clock due = Clock.fixed(stale.placedAt().plusSeconds(60), ZoneOffset.UTC);
        RequeueSchedule schedule = new RequeueSchedule(Duration.ofSeconds(60), 3);

        Invocations.call(engines.requeueStaleOrders(engines.table().client(), engines.sqs(), schedule, due), "{}");

        assertThat(linesWith("OrdersRequeued"))
                .singleElement()
                .asString()
                .contains("\"OrdersRequeued\":1.0", "\"DeadLetters\":1.0")
                .doesNotContain("OrdersUnprocessable");
    }

    private List<Message> receive(int count) {
        List<Message> messages = new ArrayList<>();
        while (messages.size() < count) {
            messages.addAll(engines.receive(engines.queue()));
        }
        return messages;
    }

    private List<String> linesWith(String text) {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }
}
