package dev.warmpath.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.data.Reason;
import org.junit.jupiter.api.Test;

class RejectionsTest {
    @Test
    void metricsAreNamedAfterReasons() {
        assertThat(Rejections.metric(Reason.OUT_OF_STOCK)).isEqualTo("OrdersRejectedOutOfStock");
        assertThat(Rejections.metric(Reason.UNPROCESSABLE)).isEqualTo("OrdersRejectedUnprocessable");
    }
}
