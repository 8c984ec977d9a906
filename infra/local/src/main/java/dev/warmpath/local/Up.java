package dev.warmpath.local;

import dev.warmpath.local.emulator.Emulator;
import dev.warmpath.local.lambda.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a template until the process is told to end. */
@Command(name = "up", description = "Runs template.yaml on this machine until Ctrl-C.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
    @Mixin
    private PortOption port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep tables and objects in this folder (default: in memory).")
    private Optional<Path> data;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Make tables and queues in the emulator there, such as http://127.0.0.1:4566, "
                    + "and start no engines for them.")
    private Optional<String> endpoint;

    @Option(names = "--logs", description = "Print what functions log, below their requests.")
    private boolean logs;

    @Option(
            names = "--max-environments",
            paramLabel = "N",
            description = "Execution environments per function (default: 2 per core); further callers wait.")
    private Integer maxEnvironments;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "End an environment that was not used for so long (default ${DEFAULT-VALUE}).")
    private int idleSeconds;

    @Option(names = "--trace-all", description = "Trace each request, not one a second and 5 %% of the rest.")
    private boolean traceEverything;

    @Option(
            names = "--cache",
            paramLabel = "KIND",
            defaultValue = "none",
            description = "What environments share a cache in: none, dynamodb or valkey (default ${DEFAULT-VALUE}).")
    private SharedCacheOption cache;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "A template parameter, in place of its default; may be repeated.")
    private final Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--template", paramLabel = "FILE", description = "SAM template to run (default: template.yaml).")
    private Optional<Path> template;

    @Option(names = "--baseline", description = "Run the naive twin, services/baseline/template.yaml.")
    private boolean baseline;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long began = System.nanoTime();
        PrintWriter out = command.commandLine().getOut();
        LocalRun run = LocalRun.start(options(), listeners(out));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::close));
        out.print(Greeting.of(run, Duration.ofNanos(System.nanoTime() - began)));
        out.flush();
        // The shutdown hook ends the run, and with it the process.
        new CountDownLatch(1).await();
        return 0;
    }

    private RunOptions options() {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        return new RunOptions(
                project,
                template(project),
                port.number(),
                data,
                emulator(),
                parameters,
                cache,
                atLeastOne("--max-environments", environments()),
                Duration.ofSeconds(atLeastOne("--idle", idleSeconds)),
                traceEverything);
    }

    private Path template(Path project) {
        if (!baseline) {
            return template.orElse(project.resolve("template.yaml"));
        }
        if (template.isPresent()) {
            throw wrong(
                    "--baseline runs a template of its own, and --template names another one: leave one of the two out.");
        }
        if (cache != SharedCacheOption.NONE) {
            throw wrong("--baseline has no caches, so there is none to share: leave --cache out.");
        }
        return project.resolve("services/baseline/template.yaml");
    }

    private Optional<URI> emulator() {
        if (endpoint.isPresent() && data.isPresent()) {
            throw wrong(
                    "--data keeps the tables of an engine of this run, and with --endpoint they are in the emulator: "
                            + "leave one of the two out.");
        }
        endpoint.flatMap(Emulator::fault).ifPresent(fault -> {
            throw wrong("--endpoint: " + fault);
        });
        return endpoint.map(URI::create);
    }

    private int environments() {
        return maxEnvironments == null ? Settings.defaultEnvironments() : maxEnvironments;
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong("%s is %d, expected 1 or more.".formatted(option, value));
        }
        return value;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    private RunListeners listeners(PrintWriter out) {
        PrintWriter err = command.commandLine().getErr();
        Optional<FunctionLog> functionLog = logs ? Optional.of(new FunctionLog(out)) : Optional.empty();
        RequestLog requestLog = new RequestLog(
                out, Clock.systemDefaultZone(), request -> functionLog.ifPresent(log -> log.requestPrinted(request)));
        return new RunListeners(
                requestLog,
                requestLog::delivered,
                (function, environment, message) ->
                        functionLog.ifPresent(log -> log.message(function, environment, message)),
                error -> error.printStackTrace(err));
    }
}
