package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Result;
import dev.warmpath.bench.measure.Round;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.measure.Used;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pattern measured in one setting. The race's name is the setting; its first way is without the pattern, its last one with it,
 * and what lies between are steps on the way.
 *
 * @param main the figure that the pattern is for
 * @param bill by which calls are paid; empty if cost is not asked for, as at starts
 */
record Trial(Race race, Figure main, Optional<Bill> bill) {

    /** Where cost is not asked for, as at starts. */
    static Trial of(Figure main, Race race) {
        return new Trial(race, main, Optional.empty());
    }

    /** Where the time of calls is paid for. */
    static Trial paid(Figure main, Bill bill, Race race) {
        return new Trial(race, main, Optional.of(bill));
    }

    Result without() {
        return race.results().getFirst();
    }

    Result with() {
        return race.results().getLast();
    }

    /** Empty for a figure that does not apply. */
    Optional<Double> value(Figure figure, Result way) {
        if (!applies(figure)) {
            return Optional.empty();
        }
        return Optional.of(figure.of(total(way), bill));
    }

    /** Of a way's figure to that without the pattern; empty where it does not apply, or where there is nothing to divide by. */
    Optional<Ratio> ratio(Figure figure, Result way) {
        Samples ratios = new Samples();
        for (int round = 0; applies(figure) && round < way.rounds().size(); round++) {
            double reference = figure.of(without().rounds().get(round), bill);
            if (reference > 0) {
                ratios.add(figure.of(way.rounds().get(round), bill) / reference);
            }
        }
        return ratios.count() == 0 ? Optional.empty() : Optional.of(Ratio.of(ratios));
    }

    private boolean applies(Figure figure) {
        return race.results().stream().anyMatch(way -> figure.applies(total(way), bill));
    }

    private static Round total(Result way) {
        List<Round> rounds = way.rounds();
        return new Round(
                rounds.stream().mapToInt(Round::calls).sum(),
                way.latency().median(),
                rounds.stream().mapToDouble(Round::sum).sum(),
                rounds.stream().map(Round::cpu).reduce(Duration.ZERO, Duration::plus),
                rounds.stream().map(Round::used).reduce(Used.NOTHING, Used::plus));
    }
}
