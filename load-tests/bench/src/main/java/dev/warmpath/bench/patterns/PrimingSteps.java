package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What is run before a snapshot: nothing, the SDK alone, and the SDK and a pass through the function's own handler. */
final class PrimingSteps {
    static final Pattern PATTERN = new Pattern(
            "priming",
            "What does priming save at a restore, of the SDK alone and with a pass through the handler?",
            PrimingSteps::trials);

    private PrimingSteps() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
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
            return List.of(Trial.of(Figure.LATENCY, race));
        }
    }
}
