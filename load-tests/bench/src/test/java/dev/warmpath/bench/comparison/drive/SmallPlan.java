package dev.warmpath.bench.comparison.drive;

import static dev.warmpath.bench.comparison.Setting.ENGINES_AS_THEY_ARE;
import static dev.warmpath.bench.comparison.Setting.MODELLED_LATENCIES;

import dev.warmpath.bench.comparison.plan.Data;
import dev.warmpath.bench.comparison.plan.Phase;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.plan.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that a comparison does, with a few requests of each kind. */
final class SmallPlan {
    private SmallPlan() {}

    static Plan make() {
        return new Plan(
                true,
                new Data(80, 100, 60, 40, 60, 60),
                Arrays.stream(Route.values()).collect(Collectors.toMap(Function.identity(), _ -> 2)),
                List.of(
                        Phase.open(ENGINES_AS_THEY_ARE, 8, 6, 1),
                        Phase.closed(ENGINES_AS_THEY_ARE, 2, 1, 1),
                        Phase.open(MODELLED_LATENCIES, 8, 2, 1)),
                Map.of(ENGINES_AS_THEY_ARE, 32, MODELLED_LATENCIES, 4),
                Set.of("GetUser"),
                1,
                1);
    }
}
