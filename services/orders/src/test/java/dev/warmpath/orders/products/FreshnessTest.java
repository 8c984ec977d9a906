package dev.warmpath.orders.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FreshnessTest {
    @Property(tries = 200)
    void whateverKeepsAnAnswerItIsNeverOlderThanTheBound(@ForAll @IntRange(max = 86_400) int seconds) {
        Freshness freshness = new Freshness(Duration.ofSeconds(seconds));

        assertThat(freshness.inFiles().plus(freshness.inMemory()).plus(freshness.atCallers()))
                .isLessThanOrEqualTo(freshness.bound());
        assertThat(freshness.missing().plus(freshness.missing())).isLessThanOrEqualTo(freshness.bound());
        assertThat(freshness.missing()).isLessThanOrEqualTo(freshness.inMemory());
    }
}
