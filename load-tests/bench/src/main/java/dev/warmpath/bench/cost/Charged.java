package dev.warmpath.bench.cost;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.usage.Usage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rounds whose use is charged: engines as they are, in the open model, or of the short run in the closed one. */
public final class Charged {
    private Charged() {}

    /** All rounds of each side as one. */
    static Map<Side, Usage> usages(Results results) {
        Map<Side, Usage> usages = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            usages.put(
                    side,
                    UsageSum.of(rounds(results, side).stream().map(Round::usage).toList()));
        }
        return usages;
    }

    /** @throws InvalidRunException if there is none */
    public static List<Round> rounds(Results results, Side side) {
        Model model = results.quick() ? Model.CLOSED : Model.OPEN;
        List<Round> rounds = results.rounds().stream()
                .filter(round -> round.setting() == Setting.ENGINES_AS_THEY_ARE)
                .filter(round -> round.model() == model && round.side() == side)
                .toList();
        if (rounds.isEmpty()) {
            throw new InvalidRunException("The run has no round of %s with setting %s and model %s, which is charged."
                    .formatted(side, Setting.ENGINES_AS_THEY_ARE, model));
        }
        return rounds;
    }
}
