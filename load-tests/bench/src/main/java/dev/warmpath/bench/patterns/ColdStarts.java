package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.lambda.Invocation.Report;
import java.io.IOException;
import java.time.Duration;

/** Starts of one function on demand, each in a new environment, from the start of the JVM to its first answer. */
final class ColdStarts {
    private final Bed bed;
    private final Subject subject;
    private Duration cpu = Duration.ZERO;

    private ColdStarts(Bed bed, Subject subject) {
        this.bed = bed;
        this.subject = subject.snapStart(false);
    }

    /** Its CPU time is that of the environments, from start to first answer. */
    static Way way(Bed bed, Subject subject) {
        ColdStarts starts = new ColdStarts(bed, subject);
        return new Way(subject.name(), starts::start, () -> starts.cpu);
    }

    private Duration start() throws IOException, InterruptedException {
        try (Stage stage = Stage.open(subject, bed.settings(), bed.traces())) {
            Report report = stage.invoke();
            cpu = cpu.plus(stage.cpu());
            return report.preparation().plus(report.duration());
        }
    }
}
