package dev.warmpath.bench.patterns;

import static dev.warmpath.bench.patterns.Trials.latencies;
import static dev.warmpath.bench.patterns.Trials.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.warmpath.bench.cost.Price;
import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.cost.Rate;
import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Result;
import dev.warmpath.bench.measure.Used;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Map<Rate, Double> DOLLARS = Map.of(
            Rate.LAMBDA_GB_SECONDS, 0.0000133334,
            Rate.DYNAMODB_READ_UNITS, 0.125e-6,
            Rate.DYNAMODB_WRITE_UNITS, 0.625e-6,
            Rate.SQS_REQUESTS, 0.40e-6);

    private static final Used OF_A_ROUND = new Used(Duration.ofMillis(200), 40, 10, 20, 30);

    private static Bill bill(int memoryMegabytes) {
        Map<Rate, Price> prices = new EnumMap<>(Rate.class);
        DOLLARS.forEach(
                (rate, dollars) -> prices.put(rate, new Price(dollars, 1, "unit", "2026-11-20", "https://a.b")));
        return new Bill(new Prices("us-east-1", prices), memoryMegabytes);
    }

    @Test
    void theRatioIsTheMedianOfTheRatiosOfRounds() {
        Trial trial = latencies(way("without", 1, 10, 100), way("with", 0.5, 4, 80));

        assertThat(trial.ratio(Figure.LATENCY, trial.with())).contains(new Ratio(0.5, 0.4, 0.8));
    }

    @Test
    void whatNoWayHasUsedDoesNotApply() {
        Trial trial = latencies(way("without", 1), way("with", 1));

        assertThat(trial.value(Figure.CALLS, trial.without())).isEmpty();
        assertThat(trial.ratio(Figure.CALLS, trial.with())).isEmpty();
    }

    @Test
    void whatOneWayHasUsedAppliesToTheOtherOneToo() {
        Trial trial = latencies(way("without", OF_A_ROUND, 1, 1), way("with", 1, 1));

        assertThat(trial.value(Figure.CALLS, trial.with())).contains(0.0);
        assertThat(trial.ratio(Figure.CALLS, trial.with())).contains(new Ratio(0, 0, 0));
    }

    @Test
    void thereIsNoRatioToNothing() {
        Trial trial = latencies(way("without", 1, 1), way("with", OF_A_ROUND, 1, 1));

        assertThat(trial.value(Figure.CALLS, trial.with())).contains(4.0);
        assertThat(trial.ratio(Figure.CALLS, trial.with())).isEmpty();
    }

    @Test
    void figuresAreByCall() {
        Trial trial = latencies(way("without", OF_A_ROUND, 1, 1), way("with", OF_A_ROUND, 1, 1));
        Result way = trial.with();

        assertThat(List.of(Figure.CALLS, Figure.READ_UNITS, Figure.WRITE_UNITS))
                .extracting(figure -> figure.of(way.rounds().getFirst(), trial.bill()))
                .containsExactly(4.0, 2.0, 3.0);
        assertThat(Figure.CPU.of(way.rounds().getFirst(), trial.bill())).isEqualTo(2);
    }

    @Test
    void costIsOfBilledTimeAndUnitsAndQueueRequests() {
        Result way = way("with", OF_A_ROUND, 1);
        Trial trial = Trial.paid(Figure.COST, bill(1_024), new Race("warm", List.of(way, way)));

        double time = 20_000 * 0.0000133334;
        double services = 2 * 0.125 + 3 * 0.625 + 1 * 0.40;
        assertThat(Figure.COST.of(way.rounds().getFirst(), trial.bill())).isCloseTo(time + services, within(1e-9));
    }

    @Test
    void workOutsideOfAFunctionIsPaidByItsOwnTime() {
        Result way = way("with", 20);
        Trial trial = Trial.paid(Figure.LATENCY, bill(512), new Race("warm", List.of(way, way)));

        assertThat(Figure.COST.of(way.rounds().getFirst(), trial.bill()))
                .isCloseTo(10_000 * 0.0000133334, within(1e-9));
    }

    @Test
    void costDoesNotApplyToStarts() {
        Trial trial = latencies(way("without", 1), way("with", 1));

        assertThat(trial.value(Figure.COST, trial.with())).isEmpty();
    }
}
