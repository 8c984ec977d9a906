package dev.warmpath.bench.comparison.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.Side;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void whoBeginsChangesFromRoundToRound() {
        assertThat(Rounds.order(1)).containsExactly(Side.OPTIMISED, Side.BASELINE);
        assertThat(Rounds.order(2)).containsExactly(Side.BASELINE, Side.OPTIMISED);
        assertThat(Rounds.order(3)).isEqualTo(Rounds.order(1));
    }
}
