package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.usage.Usage;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rounds of one setting and one model.
 *
 * @param levels pairs of one load each: of so many callers in the closed model, of one rate in the open one
 */
record Rounds(List<List<Pair>> levels) implements Trials<Rounds> {
    /**
     * Those of a run.
     *
     * @throws IllegalArgumentException if a round was run by one side alone
     */
    static Rounds of(Results results, Setting setting, Model model) {
        Map<Double, Map<Integer, Map<Side, Round>>> levels = new TreeMap<>();
        results.rounds().stream()
                .filter(round -> round.setting() == setting && round.model() == model)
                .forEach(round -> levels.computeIfAbsent(load(round), load -> new TreeMap<>())
                        .computeIfAbsent(round.number(), number -> new EnumMap<>(Side.class))
                        .put(round.side(), round));
        return new Rounds(levels.values().stream()
                .map(rounds -> rounds.values().stream().map(Rounds::pair).toList())
                .toList());
    }

    private static double load(Round round) {
        return round.model() == Model.CLOSED ? round.callers() : round.offeredPerSecond();
    }

    private static Pair pair(Map<Side, Round> turns) {
        if (turns.size() != Side.values().length) {
            Round alone = turns.values().iterator().next();
            throw new IllegalArgumentException("Round %d (%s, %s) was run by %s alone; both sides must run each round."
                    .formatted(alone.number(), alone.setting(), alone.model(), alone.side()));
        }
        return new Pair(turns.get(Side.OPTIMISED), turns.get(Side.BASELINE));
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    Stream<Round> of(Side side) {
        return levels.stream().flatMap(List::stream).map(pair -> pair.of(side));
    }

    /** Each load by itself. */
    List<Rounds> byLevel() {
        return levels.stream().map(level -> new Rounds(List.of(level))).toList();
    }

    int callers() {
        return levels.getFirst().getFirst().optimised().callers();
    }

    /** Functions that requests were made of on both sides, by name. */
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        of(Side.OPTIMISED).forEach(round -> routes.addAll(round.milliseconds().keySet()));
        of(Side.BASELINE).forEach(round -> routes.retainAll(round.milliseconds().keySet()));
        return routes;
    }

    /** Those with enough samples on both sides. */
    Set<String> routesWithPercentiles() {
        return routes().stream()
                .filter(route -> Arrays.stream(Side.values())
                        .allMatch(side -> latencies(side, route::equals).p99().isPresent()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How long the requests of these routes took. */
    Latencies latencies(Side side, Predicate<String> routes) {
        return Latencies.of(of(side).flatMap(round -> samples(round, routes)));
    }

    private static Stream<? extends Collection<Double>> samples(Round round, Predicate<String> routes) {
        return round.milliseconds().entrySet().stream()
                .filter(route -> routes.test(route.getKey()))
                .map(Map.Entry::getValue);
    }

    Stream<Usage> usages(Side side) {
        return of(side).map(Round::usage);
    }

    double seconds(Side side) {
        return of(side).mapToDouble(Round::seconds).sum();
    }

    @Override
    public List<Rounds> single() {
        return Trials.columns(levels).stream()
                .map(pairs -> new Rounds(pairs.stream().map(List::of).toList()))
                .toList();
    }

    @Override
    public Rounds resampled(RandomGenerator random) {
        return new Rounds(
                levels.stream().map(level -> Trials.resample(level, random)).toList());
    }
}
