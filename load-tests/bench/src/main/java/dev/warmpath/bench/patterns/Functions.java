package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;

/** Trials of two functions, of which the second one has the pattern. */
final class Functions {
    private Functions() {}

    /** From the start of the JVM to the first answer. */
    static Trial cold(Workbench workbench, String setting, Subject without, Subject with)
            throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        try (ColdStarts first = ColdStarts.of(bed, without);
                ColdStarts second = ColdStarts.of(bed, with)) {
            return Trial.of(Figure.LATENCY, Race.of(setting, workbench.starts(), List.of(first.way(), second.way())));
        }
    }

    static Trial warm(Workbench workbench, String setting, Subject without, Subject with)
            throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        try (Stage first = Stage.open(without, bed.settings(), bed.traces());
                Stage second = Stage.open(with, bed.settings(), bed.traces())) {
            Race race = Race.of(
                    setting,
                    workbench.pace(1_500, 15, 300),
                    List.of(Ways.warm(without.name(), first), Ways.warm(with.name(), second)));
            return Trial.paid(Figure.LATENCY, workbench.bill(with), race);
        }
    }
}
