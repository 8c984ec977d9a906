package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What is run before a snapshot: nothing, the SDK alone, and the SDK and a pass through the function's own handler; and that pass
 * again and again, until the code is compiled.
 */
final class PrimingSteps {
    static final Pattern PATTERN = new Pattern(
            "priming",
            "What does priming save at a restore, of the SDK alone and with a pass through the handler, and what do more passes?",
            PrimingSteps::trials);

    private static final int RESTORES = 4;

    private PrimingSteps() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        return List.of(restores(workbench), firstRequests(workbench));
    }

    private static Trial restores(Workbench workbench) throws IOException, InterruptedException {
        ReadUserVariants variants = new ReadUserVariants(workbench);
        Subject none = variants.subject("not primed", Map.of());
        Subject sdk = variants.subject("SDK primed", Map.of("PRIMING", "sdk"));
        Subject full = variants.subject("SDK and handler primed", Map.of("PRIMING", "full"));
        Bed bed = workbench.bed();
        try (ParkedRestores without = ParkedRestores.of(bed, none);
                ParkedRestores step = ParkedRestores.of(bed, sdk);
                ParkedRestores with = ParkedRestores.of(bed, full)) {
            Race race = Race.of(
                    "read one user, restore of a parked environment to the first answer, without the snapshot's load",
                    workbench.starts(),
                    List.of(without.way(), step.way(), with.way()));
            return Trial.of(Figure.LATENCY, race);
        }
    }

    private static Trial firstRequests(Workbench workbench) throws IOException, InterruptedException {
        try (FirstRequests one = FirstRequests.of(workbench.bed(), getUser(workbench, "1 pass", "1"));
                FirstRequests many = FirstRequests.of(workbench.bed(), getUser(workbench, "300 passes", "300"))) {
            Race race = Race.of(
                    "GetUser, uncached, the first %d requests after a restore".formatted(FirstRequests.AFTER_A_RESTORE),
                    workbench.pace(0, RESTORES, FirstRequests.AFTER_A_RESTORE),
                    List.of(one.way(), many.way()));
            return Trial.of(Figure.LATENCY, race);
        }
    }

    private static Subject getUser(Workbench workbench, String name, String passes) {
        Subject uncached = workbench.subjects().uncachedGet(Map.of("PRIMING_PASSES", passes));
        return uncached.named(name, uncached.function().environment());
    }
}
