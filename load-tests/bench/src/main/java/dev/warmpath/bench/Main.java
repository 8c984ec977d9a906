package dev.warmpath.bench;

import dev.warmpath.bench.comparison.drive.ComparisonCommand;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.report.ReportCommand;
import dev.warmpath.bench.frontdoor.FrontDoorBench;
import dev.warmpath.bench.functions.FunctionBench;
import dev.warmpath.bench.orders.OrdersBench;
import dev.warmpath.bench.patterns.PatternBench;
import dev.warmpath.bench.stores.StoreBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmarks: {@code ./warmpath bench} builds what is needed and hands its arguments over. */
@Command(
        name = "./warmpath bench",
        description = {
            "Measures the API against its naive twin, both in one run on this machine (about 18 minutes).",
            "With one of the subcommands, measures something else."
        },
        subcommands = {
            FunctionBench.class,
            StoreBench.class,
            FrontDoorBench.class,
            OrdersBench.class,
            PatternBench.class,
            ReportCommand.class
        },
        synopsisSubcommandLabel = "[BENCHMARK]",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Option(
            names = "--quick",
            description = "A look at it in three minutes: six routes, engines as they are, closed model.")
    private boolean quick;

    @Spec
    private CommandSpec command;

    private Main() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        Plan plan = quick ? Plan.quickly() : Plan.full();
        new ComparisonCommand(project, plan, command.commandLine().getOut()).run(project.resolve("target/bench"));
        return 0;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
