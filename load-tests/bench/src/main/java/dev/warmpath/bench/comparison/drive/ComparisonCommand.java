package dev.warmpath.bench.comparison.drive;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.measure.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measures a plan, and reports it when all of it is measured: a run that fails writes nothing. */
public record ComparisonCommand(Path project, Plan plan, PrintWriter out) {
    public void run() throws IOException, InterruptedException {
        Timetable timetable = new Timetable(plan);
        Progress progress = new Progress(out, timetable.all());
        Instant began = Instant.now();
        List<Round> rounds = new Comparison(plan, Map.of(), timetable, progress).run(project);
        Results results = new Results(
                began.toString(), plan.quick(), Machine.description(), plan.fields(), rounds, List.of(), List.of());
        Path file = project.resolve("target/bench/latest.json");
        Files.createDirectories(file.getParent());
        JSON.std.write(results, file.toFile());
        progress.say("Raw values: " + file);
    }
}
