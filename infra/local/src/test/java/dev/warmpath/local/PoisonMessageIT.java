package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** Messages that fail each time go to the dead-letter queue alone, and come back by {@code dlq redrive}. */
@Tag("full")
@Timeout(120)
@ExtendWith(ProjectRun.class)
class PoisonMessageIT {
    private static LocalRun run;
    private static OrderMessages queue;
    private static OrdersTable table;

    @BeforeAll
    @Timeout(300)
    static void use(LocalRun running) throws Exception {
        run = running;
        FirstUse.ofOrders(run);
        queue = OrderMessages.of(run);
        table = OrdersTable.of(run);
    }

    @AfterAll
    static void close() {
        queue.close();
        table.close();
    }

    @Test
    void orderThatFailsIsDeadAloneAndIsFulfilledOnceWhatAiledItIsMendedAndItIsRedriven() throws Exception {
        Shopper ada = Shopper.of(run);
        String spoilt = ada.stocked(10, 1).getFirst();
        String sound = ada.stocked(10, 1).getFirst();
        table.spoilStock(spoilt);

        List<String> placed = ManyUsers.texts(
                Api.json(ada.api()
                        .post(
                                "/orders/batch",
                                Goods.orders(Stream.of(sound, spoilt, sound)
                                        .map(sku -> Goods.order(1, List.of(sku)))
                                        .toList()))),
                "accepted",
                "orderId");

        assertThat(ada.decided(placed.getFirst())).containsEntry("status", "CONFIRMED");
        assertThat(ada.decided(placed.getLast())).containsEntry("status", "CONFIRMED");
        Await.until("the order is dead", () -> queue.deadLetters() == 1);
        assertThat(ada.order(placed.get(1))).containsEntry("status", "PENDING");
        assertThat(dlq("list")).contains("MESSAGE").doesNotContain(ada.userId());

        table.setStock(spoilt, 10);
        assertThat(dlq("redrive")).isEqualTo("1 message moved back.\n");

        assertThat(ada.decided(placed.get(1))).containsEntry("status", "CONFIRMED");
        assertThat(ada.stock(spoilt)).isEqualTo(9);
        assertThat(ada.stock(sound)).isEqualTo(8);
        assertThat(dlq("list")).isEqualTo("The dead-letter queue is empty.\n");
    }

    @Test
    void messageOfAnotherFormIsKeptAsADeadLetter() throws Exception {
        queue.send("{\"schema\":99,\"text\":\"of a later version\"}");

        Await.until("the message is dead", () -> queue.deadLetters() == 1);

        assertThat(dlq("list", "--bodies")).contains("of a later version");
        assertThat(dlq("redrive")).isEqualTo("1 message moved back.\n");
        Await.until("it is tried again, and dead again", () -> queue.isEmpty() && queue.deadLetters() == 1);
        queue.dropDeadLetters();
    }

    private static String dlq(String what, String... options) {
        String[] arguments = {
            "dlq", what, "OrdersQueue", "--port", Integer.toString(run.url().getPort())
        };
        StringWriter output = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        int exitCode = command.execute(
                Stream.concat(Stream.of(arguments), Stream.of(options)).toArray(String[]::new));
        assertThat(exitCode).as(output.toString()).isZero();
        return output.toString();
    }
}
