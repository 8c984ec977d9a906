package dev.warmpath.bench.patterns;

import static dev.warmpath.bench.patterns.Trials.latencies;
import static dev.warmpath.bench.patterns.Trials.way;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaysTest {
    private static final Trial LESS = latencies(way("without", 2, 2, 2), way("with", 1, 1, 1.9));
    private static final Trial MORE = latencies(way("without", 2, 2, 2), way("with", 3, 3, 2.1));
    private static final Trial EITHER = latencies(way("without", 2, 2, 2), way("with", 1, 1, 2.1));

    @Test
    void aPatternPaysThatTakesLessInEveryRound() {
        assertThat(Pays.of(List.of(LESS))).isEqualTo(Pays.YES);
    }

    @Test
    void aPatternDoesNotPayThatTakesLessInSomeRoundsOnly() {
        assertThat(Pays.of(List.of(EITHER))).isEqualTo(Pays.NO);
    }

    @Test
    void aPatternDoesNotPayThatTakesMore() {
        assertThat(Pays.of(List.of(MORE))).isEqualTo(Pays.NO);
    }

    @Test
    void aPatternPaysThatMakesNoDifferenceInASettingItIsNotFor() {
        assertThat(Pays.of(List.of(LESS, EITHER))).isEqualTo(Pays.YES);
    }

    @Test
    void itDependsForAPatternThatTakesMoreInAnotherSetting() {
        assertThat(Pays.of(List.of(LESS, MORE))).isEqualTo(Pays.DEPENDS);
    }

    @Test
    void itDependsForAPatternThatTakesLessOnlyInASettingItIsNotFor() {
        assertThat(Pays.of(List.of(EITHER, LESS))).isEqualTo(Pays.DEPENDS);
    }

    @Test
    void oneRoundOfTwentyThatIsOutOfLineChangesNothing() {
        double[] two = new double[20];
        double[] one = new double[20];
        Arrays.fill(two, 2);
        Arrays.fill(one, 1);
        one[7] = 50;

        assertThat(Pays.of(List.of(latencies(way("without", two), way("with", one)))))
                .isEqualTo(Pays.YES);
    }
}
