package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Artefacts;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.StartTimes;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.report.Report;
import dev.warmpath.bench.comparison.starts.FunctionStarts;
import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.measure.Machine;
import dev.warmpath.bench.usage.ModelledLatencies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures a plan, and reports it when all of it is measured: a run that fails writes nothing. */
public record ComparisonCommand(Path project, Plan plan, PrintWriter out) {
    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    /**
     * @param folder for the report and the raw values
     * @throws IllegalStateException if a side does anything that it should not: no figure is worth quoting then
     */
    public void run(Path folder) throws IOException, InterruptedException {
        Prices prices = Prices.read(Prices.defaultFile(project));
        Results results = measure();
        Report report = Report.of(results, prices);
        report.write(folder);
        report.print(out);
        Path raw = folder.resolve("latest.json");
        out.printf("%nPlan: %s%n", results.plan());
        out.printf("Raw values: %s (%.1f MB)%n", raw, Files.size(raw) / BYTES_OF_A_MEGABYTE);
        out.printf("Charts: %s%n", folder.resolve("latest.html"));
        out.flush();
    }

    Results measure() throws IOException, InterruptedException {
        Timetable timetable = new Timetable(plan);
        Progress progress = new Progress(out, timetable.all());
        String began = Instant.now().toString();
        progress.begin("starts of functions", timetable.starts());
        List<StartTimes> starts = FunctionStarts.measure(project, plan, progress::say);
        List<Round> rounds = new Comparison(plan, timetable, progress).run(project);
        progress.done();
        return new Results(
                began, plan.quick(), Machine.description(), decided(), rounds, starts, Artefacts.of(project));
    }

    /** With the latencies, which are in a file of their own. */
    private Map<String, Object> decided() {
        Map<String, Object> decided = new LinkedHashMap<>(plan.fields());
        Map<String, Object> latencies = new LinkedHashMap<>();
        ModelledLatencies.read()
                .services()
                .forEach((service, modelled) ->
                        latencies.put(service, Map.of("p50", modelled.p50(), "p99", modelled.p99())));
        decided.put("modelledLatencies", latencies);
        return decided;
    }
}
