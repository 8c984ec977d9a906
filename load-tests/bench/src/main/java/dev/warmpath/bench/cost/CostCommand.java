package dev.warmpath.bench.cost;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.usage.Usage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes what a saved run of the benchmark would cost on AWS, also with other traffic, memory and prices. */
@Command(
        name = "./warmpath cost",
        description = "Computes from a saved run of ./warmpath bench what its requests cost on AWS.",
        mixinStandardHelpOptions = true)
public final class CostCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A saved run; target/bench/latest.json if none is named.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--requests-per-month",
            paramLabel = "N",
            description = "Requests that share what is charged by the month; 10 a second if not given.")
    private double requestsPerMonth = Traffic.ASSUMED.requestsPerMonth();

    @Option(
            names = "--memory",
            paramLabel = "FUNCTION=MB",
            description = "What if a function, or ALL, had this memory size on both sides? May be given several times.")
    private Map<String, Integer> memory = Map.of();

    @Option(names = "--prices", paramLabel = "FILE", description = "Prices of another region, as YAML.")
    private Optional<Path> pricesFile = Optional.empty();

    @Spec
    private CommandSpec command;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CostCommand()).setExecutionExceptionHandler(CostCommand::explain);
    }

    /** One sentence for what a user can mend; the whole stack only for what is a bug of ours. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        switch (failure) {
            case InvalidPricesException _, InvalidRunException _ ->
                command.getErr().println("warmpath: " + failure.getMessage());
            default -> failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        Traffic traffic = traffic();
        MemorySizes sizes = sizes();
        Prices prices = Prices.read(pricesFile.orElseGet(() -> Prices.defaultFile(project)));
        Results results = SavedRun.read(file.orElseGet(() -> SavedRun.latest(project)));
        Map<Side, Usage> usages = Charged.usages(results);
        requireKnown(sizes, usages);
        print(results, prices, traffic, Costs.of(with(sizes, usages), traffic, prices));
        remark(sizes, usages);
        return 0;
    }

    private Traffic traffic() {
        if (requestsPerMonth > 0 && Double.isFinite(requestsPerMonth)) {
            return new Traffic(requestsPerMonth);
        }
        throw wrong("--requests-per-month must be above 0, not " + requestsPerMonth + ".");
    }

    private MemorySizes sizes() {
        memory.forEach((function, size) -> {
            if (size < MemorySizes.LEAST || size > MemorySizes.MOST) {
                throw wrong("--memory %s=%d: Lambda takes %d to %d MB."
                        .formatted(function, size, MemorySizes.LEAST, MemorySizes.MOST));
            }
        });
        return new MemorySizes(memory);
    }

    private void requireKnown(MemorySizes sizes, Map<Side, Usage> usages) {
        List<String> unknown = sizes.unknown(List.copyOf(usages.values()));
        if (!unknown.isEmpty()) {
            throw wrong("--memory: the run has no function %s; it has %s."
                    .formatted(
                            String.join(", ", unknown),
                            String.join(
                                    ", ", usages.get(Side.OPTIMISED).functions().keySet())));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private static Map<Side, Usage> with(MemorySizes sizes, Map<Side, Usage> usages) {
        Map<Side, Usage> changed = new EnumMap<>(Side.class);
        usages.forEach((side, usage) -> changed.put(side, sizes.of(usage)));
        return changed;
    }

    private void print(Results results, Prices prices, Traffic traffic, Costs costs) {
        PrintWriter out = command.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Measured %s%s; prices of %s looked up on %s; %,.0f requests a month (%.1f a second)%n%n",
                results.measuredAt(),
                results.quick() ? " by a short run, which proves nothing" : "",
                prices.region(),
                prices.oldest(),
                traffic.requestsPerMonth(),
                traffic.requestsPerMonth() / Traffic.SECONDS_PER_MONTH);
        out.print(CostTable.of(costs, traffic));
        out.println();
        out.println(
                "(*) Fixed: each request costs this, however it is implemented. docs/cost.md says what is left out.");
        out.flush();
    }

    private void remark(MemorySizes sizes, Map<Side, Usage> usages) {
        if (sizes.isEmpty()) {
            return;
        }
        PrintWriter out = command.commandLine().getOut();
        out.println(
                "Memory: only GB-seconds follow it. Durations are as measured, since here a function's CPU does not "
                        + "follow its memory; on Lambda it does.");
        usages.forEach((side, usage) -> sizes.warnings(side.name().toLowerCase(Locale.ROOT), usage)
                .forEach(warning -> out.println("Warning: " + warning)));
        out.flush();
    }
}
