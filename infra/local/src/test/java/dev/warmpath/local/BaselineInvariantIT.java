package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing lost, nothing sold twice: the naive twin is slow, but never wrong. */
@Tag("full")
@Timeout(600)
class BaselineInvariantIT {
    private static final int ORDERS = 120;
    private static final int SCARCE = 4;

    /** So many that orders meet each other in the middle of theirs. */
    private static final int ENVIRONMENTS = 4;

    @Test
    void everyAcceptedOrderIsDecidedOnceAndStockIsWhatConfirmedOrdersLeave() throws Exception {
        RunListeners listeners = TestRuns.listening(new ConcurrentLinkedQueue<>());
        try (LocalRun run = LocalRun.start(TestRuns.ofTheBaseline(ENVIRONMENTS), listeners)) {
            Shop shop = new Shop(run, "shop", SCARCE);
            shop.open();
            shop.serve(ORDERS, 1);

            assertThat(shop.ledger().count()).isGreaterThan(ORDERS / 2);
            assertThat(OrdersInvariant.disagreements(shop, new AnsweredBooks(FirstUse.administrator(run))))
                    .isEmpty();
        }
    }
}
