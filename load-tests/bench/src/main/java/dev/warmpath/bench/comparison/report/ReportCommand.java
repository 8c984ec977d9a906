package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.cost.Prices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a saved run again, and whether another one agrees with it. */
@Command(
        name = "report",
        description = "Prints the tables of a saved run and draws its charts anew.",
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
    private static final String LATEST = "target/bench/latest.json";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The saved run; default: " + LATEST + ".")
    private Optional<Path> file;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Another saved run: tells for each ratio whether the intervals of both overlap, nothing else.")
    private Optional<Path> other;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where latest.html, latest.md and the charts go; default: beside the saved run.")
    private Optional<Path> folder;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        Prices prices = Prices.read(Prices.defaultFile(project));
        Path saved = file.orElse(project.resolve(LATEST));
        Report report = report(saved, prices);
        PrintWriter out = command.commandLine().getOut();
        if (other.isPresent()) {
            out.println(report.against(report(other.get(), prices)));
            return 0;
        }
        report.print(out);
        Path beside = folder.orElse(saved.toAbsolutePath().getParent());
        report.draw(beside);
        out.println("Charts: " + beside.resolve("latest.html"));
        return 0;
    }

    private Report report(Path saved, Prices prices) throws IOException {
        if (!Files.isRegularFile(saved)) {
            throw new ParameterException(
                    command.commandLine(), saved + " does not exist; ./warmpath bench writes " + LATEST + ".");
        }
        try {
            return Report.of(Report.read(saved), prices);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
