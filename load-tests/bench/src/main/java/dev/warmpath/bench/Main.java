package dev.warmpath.bench;

import dev.warmpath.bench.frontdoor.FrontDoorBench;
import dev.warmpath.bench.functions.FunctionBench;
import dev.warmpath.bench.orders.OrdersBench;
import dev.warmpath.bench.patterns.PatternBench;
import dev.warmpath.bench.stores.StoreBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks: {@code ./warmpath bench} builds what is needed and hands its arguments over. */
@Command(
        name = "./warmpath bench",
        description = "Measures the packaged functions, and the local run itself, on this machine.",
        subcommands = {
            FunctionBench.class,
            StoreBench.class,
            FrontDoorBench.class,
            OrdersBench.class,
            PatternBench.class
        },
        synopsisSubcommandLabel = "BENCHMARK",
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
