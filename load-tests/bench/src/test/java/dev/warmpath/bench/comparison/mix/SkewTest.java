package dev.warmpath.bench.comparison.mix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.plan.Plan;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SkewTest {
    private static final int DRAWS = 20_000;

    private final Skew skew = new Skew(500);
    private final Random random = new Random(7);

    @Test
    void drawsAFewMostOfTheTime() {
        long popular = IntStream.range(0, DRAWS)
                .filter(_ -> skew.draw(random) < skew.popular())
                .count();

        assertThat(skew.popular()).isEqualTo(100);
        assertThat((double) popular / DRAWS).isCloseTo(Plan.POPULAR_DRAWS, Offset.offset(0.02));
    }

    @Test
    void drawsAllOfThem() {
        assertThat(IntStream.range(0, DRAWS)
                        .map(_ -> skew.draw(random))
                        .distinct()
                        .count())
                .isEqualTo(skew.size());
    }

    @Test
    void drawsNoneTwiceWhereTheyMustDiffer() {
        assertThat(skew.distinct(200, random)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void dealsOutAsUnequallyAsItDraws() {
        long ofThePopular = IntStream.range(0, 4_000)
                .filter(order -> skew.ownerOf(order, 4_000) < skew.popular())
                .count();

        assertThat(ofThePopular).isEqualTo(3_200);
    }
}
