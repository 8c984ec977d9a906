package dev.warmpath.bench.comparison.starts;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.StartTimes;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.rig.Starts;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts of the functions of both sides, each in environments of its own and with an event that it answers well. Cold starts on
 * demand take turns between the sides; restores are of the functions that have SnapStart.
 */
public final class FunctionStarts {
    /** Restored by turns, of which each one keeps a parked environment in memory. */
    private static final int RESTORED_AT_ONCE = 5;

    private final Plan plan;
    private final Consumer<String> progress;
    private final Map<Side, Map<String, Samples>> cold = new EnumMap<>(Side.class);
    private final Map<Side, Map<String, Samples>> restores = new EnumMap<>(Side.class);

    /**
     * @param functions logical ids; all that an event can be given where it is empty
     * @param starts cold ones, and as many restores, of each function
     */
    public record Plan(Set<String> functions, int starts) {
        public static final Plan FULL = new Plan(Set.of(), 3);
        public static final Plan QUICK = new Plan(Set.of("GetUser", "PlaceOrder", "ListOrders"), 3);

        boolean has(Subject subject) {
            return functions.isEmpty() || functions.contains(subject.name());
        }
    }

    private FunctionStarts(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * @param project a built checkout
     * @param progress takes a sentence at each step
     * @throws IllegalStateException if a function fails or answers with an error
     */
    public static List<StartTimes> measure(Path project, Plan plan, Consumer<String> progress)
            throws IOException, InterruptedException {
        FunctionStarts starts = new FunctionStarts(plan, progress);
        progress.accept("Data for functions to start with");
        try (Scene optimised = Scene.set(project, Side.OPTIMISED);
                Scene baseline = Scene.set(project, Side.BASELINE)) {
            starts.measure(optimised, baseline);
        }
        return starts.times();
    }

    private void measure(Scene optimised, Scene baseline) throws IOException, InterruptedException {
        Lane first = new Lane(Side.OPTIMISED, optimised);
        Lane second = new Lane(Side.BASELINE, baseline);
        for (int start = 0; start < plan.starts(); start++) {
            progress.accept("Cold starts on demand, %d of %d".formatted(start + 1, plan.starts()));
            coldRound(start % 2 == 0 ? List.of(first, second) : List.of(second, first));
        }
        restore(first);
        restore(second);
    }

    /** Each function once, on the one side and then on the other. */
    private void coldRound(List<Lane> lanes) throws IOException, InterruptedException {
        Set<String> functions = new LinkedHashSet<>();
        lanes.forEach(lane -> functions.addAll(lane.subjects.keySet()));
        for (String function : functions) {
            for (Lane lane : lanes) {
                Subject subject = lane.subjects.get(function);
                if (subject != null) {
                    samples(lane.side, function).add(lane.starts.cold(subject));
                }
            }
        }
    }

    private void restore(Lane lane) throws IOException, InterruptedException {
        List<Subject> parked = lane.subjects.values().stream()
                .filter(subject -> subject.function().snapStart())
                .toList();
        for (int from = 0; from < parked.size(); from += RESTORED_AT_ONCE) {
            List<Subject> group = parked.subList(from, Math.min(from + RESTORED_AT_ONCE, parked.size()));
            progress.accept(
                    "Restores of parked environments, from function %d of %d".formatted(from + 1, parked.size()));
            restores.computeIfAbsent(lane.side, _ -> new HashMap<>()).putAll(lane.starts.parkedRestore(group));
        }
    }

    private Samples samples(Side side, String function) {
        return cold.computeIfAbsent(side, _ -> new LinkedHashMap<>()).computeIfAbsent(function, _ -> new Samples());
    }

    private List<StartTimes> times() {
        List<StartTimes> times = new ArrayList<>();
        cold.forEach((side, functions) -> functions.forEach((function, samples) ->
                times.add(new StartTimes(side, function, List.copyOf(samples.values()), restored(side, function)))));
        return times;
    }

    private List<Double> restored(Side side, String function) {
        Map<String, Samples> ofSide = restores.getOrDefault(side, Map.of());
        return ofSide.containsKey(function) ? List.copyOf(ofSide.get(function).values()) : List.of();
    }

    /** What is started on one side. */
    private final class Lane {
        private final Side side;
        private final Map<String, Subject> subjects = new LinkedHashMap<>();
        private final Starts starts;

        Lane(Side side, Scene scene) {
            this.side = side;
            this.starts = scene.starts(plan.starts());
            scene.subjects().stream().filter(plan::has).forEach(subject -> subjects.put(subject.name(), subject));
        }
    }
}
