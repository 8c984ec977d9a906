package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.patterns.handlers.ReadSegments;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A read of a table in one segment and in two a processor, as the report does it, with 1 and 2 processors and the memory that
 * Lambda gives so many for.
 */
final class MultiCore {
    static final Pattern PATTERN = new Pattern(
            "multi-core",
            "What does reading a table in parallel segments save with 1 and with 2 vCPU?",
            MultiCore::trials);

    /** Memory with which a function has one vCPU ("Configure Lambda function memory"). */
    private static final int MEGABYTES_A_PROCESSOR = 1_769;

    private static final int SEGMENTS_A_PROCESSOR = 2;

    private MultiCore() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        return List.of(trial(workbench, 2), trial(workbench, 1));
    }

    private static Trial trial(Workbench workbench, int processors) throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        int memory = processors * MEGABYTES_A_PROCESSOR;
        try (Stage without = stage(bed, subject(workbench, memory, 1), processors);
                Stage with = stage(bed, subject(workbench, memory, processors * SEGMENTS_A_PROCESSOR), processors)) {
            Race race = Race.of(
                    "32 pages of 500 orders, %d vCPU (by CPU affinity; pages made up, 5 ms each)".formatted(processors),
                    workbench.pace(10, 12, 4),
                    List.of(
                            Ways.warm(without.subject().name(), without),
                            Ways.warm(with.subject().name(), with)));
            return Trial.paid(Figure.LATENCY, workbench.bill(memory), race);
        }
    }

    private static Subject subject(Workbench workbench, int memory, int segments) {
        return Variants.of(workbench)
                .withMemory(memory)
                .subject(
                        segments + (segments == 1 ? " segment" : " segments"),
                        ReadSegments.class,
                        Map.of("SEGMENTS", Integer.toString(segments)),
                        "{}"::getBytes);
    }

    /** Its one environment, held to some processors from its first answer on. */
    private static Stage stage(Bed bed, Subject subject, int processors) throws IOException, InterruptedException {
        Stage stage = Stage.open(subject, bed.settings(), bed.traces());
        stage.invoke();
        for (ProcessHandle process : stage.processes().toList()) {
            Affinity.limit(process, processors);
        }
        return stage;
    }
}
