package dev.warmpath.local.lambda.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Does what the event, a JSON string such as {@code "exit 3"}, tells it to. */
public final class Command implements RequestStreamHandler {
    private static final int MEBIBYTE = 1024 * 1024;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        String[] words = event.substring(1, event.length() - 1).split(" ");
        String answer = switch (words[0]) {
            case "throw" -> throw new IllegalStateException(words[1]);
            case "exit" -> exit(Integer.parseInt(words[1]));
            case "halt" -> halt(Integer.parseInt(words[1]));
            case "sleep" -> sleep(Duration.parse(words[1]));
            case "await" -> await(Path.of(words[1]), Path.of(words[2]));
            case "allocate" -> allocate(Integer.parseInt(words[1]));
            case "answer" -> "x".repeat(Integer.parseInt(words[1]));
            case "log" -> log(words[1]);
            case "tell" -> tell(words[1], context);
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "tmp" -> System.getProperty("java.io.tmpdir");
            case "stdin" -> Integer.toString(System.in.read());
            case "trace" -> String.valueOf(System.getProperty("com.amazonaws.xray.traceHeader"));
            case "flags" ->
                String.join(
                        " ",
                        java.lang.management.ManagementFactory.getRuntimeMXBean()
                                .getInputArguments());
            case "context" -> describe(context);
            case "environment" ->
                System.getenv().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"));
            default -> throw new IllegalArgumentException(event);
        };
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String exit(int status) {
        System.out.println("about to exit");
        System.exit(status);
        return "never";
    }

    private static String halt(int status) {
        Runtime.getRuntime().halt(status);
        return "never";
    }

    private static String sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "slept";
    }

    /** Shows that it runs by one file, and goes on when another one appears. */
    private static String await(Path running, Path go) throws IOException {
        Files.writeString(running.resolve(Long.toString(ProcessHandle.current().pid())), "");
        while (!Files.exists(go)) {
            sleep(Duration.ofMillis(5));
        }
        return Long.toString(ProcessHandle.current().pid());
    }

    private static String allocate(int mebibytes) {
        byte[][] held = new byte[mebibytes][MEBIBYTE];
        return Integer.toString(held.length);
    }

    private static String log(String text) {
        System.out.println(text + " out");
        System.err.println(text + " err");
        return "logged";
    }

    /** Three messages without an end of line, the second of them in two lines. */
    private static String tell(String text, Context context) {
        context.getLogger().log(text);
        context.getLogger().log(text + "\n\tå " + text);
        context.getLogger().log(text + " last");
        return "told";
    }

    private static String describe(Context context) {
        return String.join(
                "\n",
                context.getFunctionName(),
                context.getFunctionVersion(),
                context.getInvokedFunctionArn(),
                Integer.toString(context.getMemoryLimitInMB()),
                context.getAwsRequestId(),
                Boolean.toString(context.getRemainingTimeInMillis() > 0));
    }
}
