package dev.warmpath.bench.comparison.starts;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.StartTimes;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.rig.Starts;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts of the functions of both sides, each with an event that it answers well. Cold starts on demand take turns between the
 * sides; restores are of the optimised side alone, since the other one has no SnapStart.
 */
public final class FunctionStarts {
    private final Consumer<String> progress;
    private final int starts;

    private FunctionStarts(int starts, Consumer<String> progress) {
        this.starts = starts;
        this.progress = progress;
    }

    /**
     * Starts functions, one after the other.
     *
     * @param project a built checkout
     * @param plan says which functions, and how many starts, and as many restores, of each
     * @param progress takes a sentence at each step
     * @throws IllegalStateException if a function fails or answers with an error
     */
    public static List<StartTimes> measure(Path project, Plan plan, Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("Data for functions to start with");
        try (Scene optimised = Scene.set(project, Side.OPTIMISED);
                Scene baseline = Scene.set(project, Side.BASELINE)) {
            FunctionStarts measured = new FunctionStarts(plan.starts(), progress);
            Lane first = new Lane(Side.OPTIMISED, optimised.subjects(plan.startedFunctions()));
            Lane second = new Lane(Side.BASELINE, baseline.subjects(plan.startedFunctions()));
            measured.startCold(first, optimised, second, baseline);
            measured.restore(first, optimised);
            return List.copyOf(first.times(second));
        }
    }

    private void startCold(Lane first, Scene optimised, Lane second, Scene baseline)
            throws IOException, InterruptedException {
        try (Starts one = optimised.cold(first.subjects);
                Starts other = baseline.cold(second.subjects)) {
            for (int start = 0; start < starts; start++) {
                progress.accept("Cold starts on demand, %d of %d".formatted(start + 1, starts));
                for (String function : functions(first, second)) {
                    first.addCold(function, one);
                    second.addCold(function, other);
                }
            }
        }
    }

    private static Set<String> functions(Lane first, Lane second) {
        Set<String> functions = new LinkedHashSet<>(first.cold.keySet());
        functions.addAll(second.cold.keySet());
        return functions;
    }

    private void restore(Lane lane, Scene scene) throws IOException, InterruptedException {
        progress.accept(
                "Restores of parked environments, %d of each function, their snapshots first".formatted(starts));
        try (Starts parked = scene.parked(lane.subjects)) {
            lane.restored.putAll(parked.take(starts));
        }
    }

    /** What was started on one side. */
    private record Lane(Side side, List<Subject> subjects, Map<String, Samples> cold, Map<String, Samples> restored) {
        Lane(Side side, List<Subject> subjects) {
            this(side, subjects, new LinkedHashMap<>(), new LinkedHashMap<>());
            subjects.forEach(subject -> cold.put(subject.name(), new Samples()));
        }

        void addCold(String function, Starts starts) throws InterruptedException {
            if (cold.containsKey(function)) {
                cold.get(function).add(starts.next(function));
            }
        }

        List<StartTimes> times(Lane other) {
            List<StartTimes> times = new ArrayList<>(times());
            times.addAll(other.times());
            return times;
        }

        private List<StartTimes> times() {
            return cold.keySet().stream()
                    .map(function -> new StartTimes(
                            side,
                            function,
                            List.copyOf(cold.get(function).values()),
                            List.copyOf(restored.getOrDefault(function, new Samples())
                                    .values())))
                    .toList();
        }
    }
}
