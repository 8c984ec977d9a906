package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.mix.Population;
import dev.warmpath.bench.comparison.mix.Seeds;
import dev.warmpath.bench.comparison.plan.Phase;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.usage.ModelledLatencies;
import dev.warmpath.local.frontdoor.FrontDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the turns of a plan. */
record Comparison(Plan plan, Timetable timetable, Progress progress) {
    /**
     * Starts both sides, seeds them, and measures them in turns.
     *
     * @throws IllegalStateException if a side does anything that it should not: no figure is worth quoting then
     */
    List<Round> run(Path project) throws IOException, InterruptedException {
        progress.begin("starting both stacks", Timetable.STACKS);
        try (Twin twin = Twin.start(project, plan)) {
            Thread ending = Thread.ofPlatform().unstarted(twin::close);
            Runtime.getRuntime().addShutdownHook(ending);
            List<Round> rounds = measure(twin);
            Runtime.getRuntime().removeShutdownHook(ending);
            return rounds;
        }
    }

    private List<Round> measure(Twin twin) throws IOException, InterruptedException {
        for (Side side : Side.values()) {
            progress.begin("starting functions: " + name(side), Timetable.FUNCTIONS);
            Awakening.of(twin.of(side), plan.routes());
        }
        seed(twin);
        try (Rounds rounds = new Rounds(twin, plan)) {
            for (Setting setting : plan.settings()) {
                set(twin, setting);
                warmUp(rounds, setting);
                for (Phase phase : plan.phasesOf(setting)) {
                    measure(rounds, phase);
                }
            }
            return rounds.all();
        }
    }

    private void seed(Twin twin) throws InterruptedException {
        Seeding seeding = new Seeding(new Seeds(new Population(plan.data())));
        for (Side side : Side.values()) {
            progress.begin("seeding: " + name(side), timetable.seeding(side));
            seeding.load(twin.of(side));
        }
    }

    private static void set(Twin twin, Setting setting) {
        for (Side side : Side.values()) {
            FrontDoor frontDoor = twin.of(side).run().frontDoor();
            switch (setting) {
                case ENGINES_AS_THEY_ARE -> frontDoor.latencies().clear();
                case MODELLED_LATENCIES -> ModelledLatencies.read().putOn(frontDoor);
            }
        }
    }

    private void warmUp(Rounds rounds, Setting setting) throws InterruptedException {
        int requests = plan.warmUp().get(setting);
        int callers = plan.phasesOf(setting).stream()
                .filter(phase -> phase.model() == Model.CLOSED)
                .mapToInt(Phase::callers)
                .max()
                .orElse(1);
        progress.begin(
                "warm-up, not measured: %s, %,d requests a side".formatted(name(setting), requests),
                timetable.warmUp(requests));
        rounds.warmUp(requests, callers);
    }

    private void measure(Rounds rounds, Phase phase) throws InterruptedException {
        for (int round = 1; round <= phase.rounds(); round++) {
            progress.begin(
                    "%s, %s, round %d of %d".formatted(name(phase), name(phase.setting()), round, phase.rounds()),
                    timetable.round(phase));
            rounds.take(phase);
        }
    }

    private static String name(Phase phase) {
        return phase.model() == Model.OPEN
                ? "open model, %.0f a second".formatted(phase.perSecond())
                : "closed model, %d callers".formatted(phase.callers());
    }

    private static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Setting setting) {
        return setting == Setting.MODELLED_LATENCIES ? "modelled latencies" : "engines as they are";
    }
}
