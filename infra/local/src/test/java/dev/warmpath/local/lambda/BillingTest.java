package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BillingTest {
    @Test
    void warmDurationIsRoundedUpToTheMillisecond() {
        assertThat(Billing.onDemand(Duration.ZERO, Duration.ofNanos(1_000_001))).isEqualTo(Duration.ofMillis(2));
        assertThat(Billing.onDemand(Duration.ZERO, Duration.ofMillis(2))).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void initIsAddedBeforeRounding() {
        assertThat(Billing.onDemand(Duration.ofNanos(449_280_000), Duration.ofNanos(2_110_000)))
                .isEqualTo(Duration.ofMillis(452));
    }

    @Test
    void restoreIsRoundedOnItsOwn() {
        assertThat(Billing.restored(Duration.ofNanos(4_100_000), Duration.ofNanos(2_100_000)))
                .isEqualTo(Duration.ofMillis(8));
    }
}
