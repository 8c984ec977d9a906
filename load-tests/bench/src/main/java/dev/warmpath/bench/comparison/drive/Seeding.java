package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.mix.Seeds;
import dev.warmpath.bench.comparison.mix.Seeds.Placing;
import java.util.List;

/** Loads a side with the data of the plan, through its API. */
record Seeding(Seeds seeds) {
    private static final int CALLERS = 2;

    /** @throws IllegalStateException if anything is not stored, or an order not accepted */
    void load(Stack stack) throws InterruptedException {
        Callers.drive(stack, seeds.catalogue(), 1, Pace.unhurried());
        List<Placing> placings = seeds.orders();
        Turn turn = Callers.drive(stack, placings.stream().map(Placing::request).toList(), CALLERS, Pace.unhurried());
        for (int i = 0; i < placings.size(); i++) {
            note(stack, placings.get(i), turn.answers().get(i).orderIds());
        }
        stack.awaitQuiet();
    }

    private static void note(Stack stack, Placing placing, List<String> ids) {
        for (int i = 0; i < placing.orders().size(); i++) {
            stack.seeded(placing.orders().get(i), ids.get(i));
        }
    }
}
