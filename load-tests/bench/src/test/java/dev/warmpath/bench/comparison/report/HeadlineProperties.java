package dev.warmpath.bench.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.cost.Cost;
import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.cost.Standing;
import dev.warmpath.bench.cost.Traffic;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class HeadlineProperties {
    private static final double ROUNDING = 1e-9;
    private static final Prices PRICES = Prices.read(Path.of("../prices/us-east-1.yaml"));

    /** The same for both sides, so that nothing but what they did tells them apart. */
    private static final Pricing SAME =
            (usage, side) -> Cost.of(usage, Standing.of(Side.BASELINE), Traffic.ASSUMED, PRICES);

    @Property(tries = 5)
    void swappedSidesGiveReciprocalRatios(@ForAll long seed) {
        Results results = PlausibleResults.quick(seed);
        Map<String, Figure> figures = figures(results);

        figures(PlausibleResults.swapped(results)).forEach((name, swapped) -> {
            OptionalDouble ratio = figures.get(name).ratio();
            assertThat(swapped.ratio().isPresent()).isEqualTo(ratio.isPresent());
            ratio.ifPresent(
                    value -> assertThat(swapped.ratio().getAsDouble()).isCloseTo(1 / value, within(ROUNDING / value)));
        });
    }

    @Property(tries = 5)
    void identicalSidesGiveRatiosOfOne(@ForAll long seed) {
        assertThat(figures(PlausibleResults.identical(PlausibleResults.quick(seed)))
                        .values())
                .extracting(Figure::ratio)
                .filteredOn(OptionalDouble::isPresent)
                .isNotEmpty()
                .allSatisfy(ratio -> assertThat(ratio.getAsDouble()).isCloseTo(1, within(ROUNDING)));
    }

    @Property
    void percentilesNeedTwoHundredSamples(
            @ForAll @IntRange(max = 400) int count,
            @ForAll @DoubleRange(min = 0.01, max = 100_000) double milliseconds) {
        Latencies latencies = Latencies.of(Stream.of(Collections.nCopies(count, milliseconds)));

        assertThat(latencies.count()).isEqualTo(count);
        assertThat(latencies.p99().isPresent()).isEqualTo(count >= 200);
        assertThat(latencies.percentiles(50, 90, 99).count()).isEqualTo(count >= 200 ? 3 : 0);
    }

    @Property
    void intervalLiesWithinTheRange(@ForAll List<@DoubleRange(min = 0.01, max = 100) Double> ratios) {
        assertThat(Range.of(ratios).isPresent()).isEqualTo(ratios.size() >= 2);
        Range.of(ratios)
                .ifPresent(all -> assertThat(Range.most(ratios).orElseThrow())
                        .satisfies(
                                most -> assertThat(most.from()).isBetween(all.from(), all.to()),
                                most -> assertThat(most.to()).isBetween(most.from(), all.to())));
    }

    /** But parked restores, which only one side has. */
    private static Map<String, Figure> figures(Results results) {
        Map<String, Figure> figures = Comparison.of(results, SAME).headline().figures();
        figures.remove("restoreParked");
        return figures;
    }
}
