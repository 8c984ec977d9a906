package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.mix.Seeds;
import dev.warmpath.bench.comparison.mix.Seeds.Placing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads a side with the data of the plan, through its API. */
record Seeding(Seeds seeds) {
    private static final int CALLERS = 4;

    /** @throws IllegalStateException if anything is not stored, or an order not accepted */
    void load(Stack stack) throws InterruptedException {
        Callers.drive(stack, seeds.catalogue(), 1, Pace.unhurried());
        List<Placing> placings = seeds.orders();
        Turn turn = Callers.drive(stack, placings.stream().map(Placing::request).toList(), CALLERS, Pace.unhurried());
        Map<Request, Answered> answers =
                turn.answers().stream().collect(Collectors.toMap(Answered::request, Function.identity()));
        placings.forEach(
                placing -> note(stack, placing, answers.get(placing.request()).orderIds()));
    }

    private static void note(Stack stack, Placing placing, List<String> ids) {
        for (int i = 0; i < placing.orders().size(); i++) {
            stack.seeded(placing.orders().get(i), ids.get(i));
        }
    }
}
