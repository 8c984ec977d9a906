package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.plan.Phase;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.plan.Route;
import java.time.Duration;

/** How long the steps of a plan are expected to take, for those who wait; nothing that is measured depends on it. */
record Timetable(Plan plan) {
    /** Until both answer. */
    static final Duration STACKS = Duration.ofSeconds(15);

    /** Until each function of a side has an environment. */
    static final Duration FUNCTIONS = Duration.ofSeconds(25);

    private static final Duration AFTER_A_TURN = Duration.ofSeconds(4);

    Duration starts() {
        int functions = plan.startedFunctions().isEmpty()
                ? Route.values().length
                : plan.startedFunctions().size();
        return seconds(15 + 5L * functions * plan.starts());
    }

    Duration seeding(Side side) {
        return seconds(plan.data().orders() / (side == Side.OPTIMISED ? 150 : 70));
    }

    Duration warmUp(int requests) {
        return seconds(requests / 12);
    }

    Duration round(Phase phase) {
        return phase.length().plus(AFTER_A_TURN).multipliedBy(Side.values().length);
    }

    Duration all() {
        Duration all = starts().plus(STACKS)
                .plus(FUNCTIONS.multipliedBy(Side.values().length))
                .plus(seeding(Side.OPTIMISED))
                .plus(seeding(Side.BASELINE));
        for (int requests : plan.warmUp().values()) {
            all = all.plus(warmUp(requests));
        }
        for (Phase phase : plan.phases()) {
            all = all.plus(round(phase).multipliedBy(phase.rounds()));
        }
        return all;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
