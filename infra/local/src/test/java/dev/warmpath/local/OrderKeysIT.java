package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.lambda.Await;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message of a request that was refused, which workers meet before the one of the accepted order. */
@Timeout(120)
@ExtendWith(ProjectRun.class)
class OrderKeysIT {
    private static LocalRun run;
    private static OrderMessages queue;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    @Timeout(300)
    static void use(LocalRun running) throws Exception {
        run = running;
        FirstUse.ofOrders(run);
        queue = OrderMessages.of(run);
    }

    @AfterAll
    static void close() {
        queue.close();
    }

    @AfterEach
    void removeRules() {
        run.frontDoor().rules().clear();
    }

    /** The workers meet the message of the refused body first, while the accepted order is still pending. */
    @Test
    void messageOfARefusedBodyThatComesFirstIsDropped() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 1);
        run.frontDoor().rules().add(Rule.of(new ServerError(500)).service("sqs").function("PlaceOrder"));
        String orderId = Shopper.accepted(ada.placeUnderKey(key, 3, skus));
        run.frontDoor().rules().clear();

        assertThat(ada.placeUnderKey(key, 5, skus).statusCode()).isEqualTo(409);
        Await.until("the message of the refused body is dropped", queue::isEmpty);
        assertThat(ada.order(orderId)).containsEntry("status", "PENDING");
        assertThat(ada.stock(skus.getFirst())).isEqualTo(10);

        Shopper.accepted(ada.placeUnderKey(key, 3, skus));
        assertThat(ada.decided(orderId)).containsEntry("total", 3 * Goods.PRICE);
        assertThat(ada.stock(skus.getFirst())).isEqualTo(7);
    }
}
