package dev.warmpath.bench.patterns;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the same work without each pattern and with it. */
@Command(
        name = "patterns",
        description = "Measures what each pattern is worth by itself (all of them: about twelve minutes).",
        mixinStandardHelpOptions = true)
public final class PatternBench implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Patterns to measure; all if none is named.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Print the patterns' names and questions, and measure nothing.")
    private boolean list;

    @Option(
            names = "--once",
            description = "Do everything but once: shows that it works, and no worth; nothing is written.")
    private boolean once;

    @Option(names = "--write-docs", description = "Put the results into docs/patterns/NAME.md.")
    private boolean writeDocs;

    private final List<String> failures = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Pattern> patterns = chosen();
        PrintWriter out = command.commandLine().getOut();
        if (list) {
            patterns.forEach(pattern -> out.println("%-24s%s".formatted(pattern.name(), pattern.question())));
            return 0;
        }
        if (once && writeDocs) {
            throw new ParameterException(
                    command.commandLine(),
                    "--once measures nothing that could be written into docs; leave out one of both.");
        }
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        PatternReport report = new PatternReport(Instant.now(), measure(project, patterns, out));
        out.println(report.table());
        out.println("* the figure that the pattern is for");
        if (!once) {
            out.println("Raw values, and those of patterns measured before: "
                    + report.write(project.resolve("target/bench/patterns.json")));
        }
        if (writeDocs) {
            new Pages(project.resolve("docs/patterns")).write(report);
        }
        failures.forEach(command.commandLine().getErr()::println);
        return failures.isEmpty() ? 0 : 1;
    }

    private List<Pattern> chosen() {
        try {
            return names.isEmpty()
                    ? Patterns.all()
                    : names.stream().map(Patterns::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    private List<PatternResult> measure(Path project, List<Pattern> patterns, PrintWriter out)
            throws IOException, InterruptedException {
        List<PatternResult> results = new ArrayList<>();
        try (Workbench workbench = Workbench.open(project, once)) {
            for (Pattern pattern : patterns) {
                Instant begun = Instant.now();
                measure(pattern, workbench).ifPresent(results::add);
                out.println("%s took %d s"
                        .formatted(
                                pattern.name(),
                                Duration.between(begun, Instant.now()).toSeconds()));
                out.flush();
            }
        }
        return results;
    }

    /** The others are measured all the same if one fails, since all take minutes. */
    private Optional<PatternResult> measure(Pattern pattern, Workbench workbench)
            throws IOException, InterruptedException {
        try {
            return Optional.of(pattern.measure(workbench));
        } catch (IllegalStateException e) {
            failures.add(pattern.name() + " could not be measured: " + e.getMessage());
            return Optional.empty();
        }
    }
}
