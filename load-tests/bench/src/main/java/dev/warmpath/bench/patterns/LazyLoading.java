package dev.warmpath.bench.patterns;

import dev.warmpath.bench.patterns.handlers.WriteReport;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A library for workbooks that the first call does not need, loaded at the start and when first needed. */
final class LazyLoading {
    static final Pattern PATTERN = new Pattern(
            "lazy-loading",
            "What does loading a library when first needed save in starts whose first call does not need it?",
            LazyLoading::trials);

    private LazyLoading() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Variants variants = Variants.of(workbench).with("fastexcel-", "opczip-");
        return List.of(Functions.cold(
                workbench,
                "a call without a report, cold start to the first answer",
                subject(workbench, variants, "eager"),
                subject(workbench, variants, "lazy")));
    }

    private static Subject subject(Workbench workbench, Variants variants, String writer) {
        return variants.subject(
                writer,
                WriteReport.class,
                Map.of("WRITER", writer),
                workbench.subjects().getUser().events());
    }
}
