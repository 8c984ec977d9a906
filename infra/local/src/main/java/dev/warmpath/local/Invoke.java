package dev.warmpath.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a function of a running API now and prints what it returns, and nothing else. */
@Command(
        name = "invoke",
        description = "Runs a function of a running API and prints its result.",
        mixinStandardHelpOptions = true)
final class Invoke implements Callable<Integer> {
    /** Above Lambda's longest timeout, and the start of an environment. */
    private static final Duration LIMIT = Duration.ofMinutes(16);

    private static final byte[] NO_EVENT = {};

    @Mixin
    private PortOption port;

    @Parameters(paramLabel = "FUNCTION", description = "Logical id of the function in the template.")
    private String function;

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "The event as JSON (default: a scheduled function's own event, {} for others).")
    private Optional<Path> event;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path =
                "invoke/" + URLEncoder.encode(function, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> answer = new RunningApi(port.number()).post(path, eventOrNothing(), LIMIT);
        if (answer.statusCode() != 200) {
            throw new UserException(detail(answer.body()));
        }
        return answer.headers().firstValue("x-amz-function-error").isPresent()
                ? failed(answer.body())
                : succeeded(answer.body());
    }

    private byte[] eventOrNothing() throws IOException {
        if (event.isEmpty()) {
            return NO_EVENT;
        }
        if (!Files.isRegularFile(event.get())) {
            throw new UserException(
                    "there is no file " + event.get() + "; --event takes a file with the event as JSON.");
        }
        return Files.readAllBytes(event.get());
    }

    private int succeeded(String payload) {
        command.commandLine().getOut().println(pretty(payload));
        return CommandLine.ExitCode.OK;
    }

    private int failed(String payload) throws IOException {
        Map<String, Object> error = JSON.std.mapFrom(payload);
        command.commandLine().getErr().println(error.get("errorType") + ": " + error.get("errorMessage"));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** A function may return what is no JSON, which is printed as it is. */
    private static String pretty(String payload) {
        JSON json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);
        try {
            return json.asString(json.anyFrom(payload));
        } catch (IOException e) {
            return payload;
        }
    }

    private static String detail(String problem) {
        try {
            return JSON.std.mapFrom(problem).getOrDefault("detail", problem).toString();
        } catch (IOException e) {
            return "what answers there is no local run: " + problem;
        }
    }
}
