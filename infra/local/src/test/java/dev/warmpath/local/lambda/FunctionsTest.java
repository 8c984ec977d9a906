package dev.warmpath.local.lambda;

import static dev.warmpath.local.lambda.Probes.answer;
import static dev.warmpath.local.lambda.Probes.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.probe.Command;
import dev.warmpath.local.lambda.probe.Echo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FunctionsTest {
    @TempDir
    private static Path folder;

    private static Probes probes;
    private static Functions functions;

    @BeforeAll
    static void open() throws Exception {
        probes = Probes.packaged(folder);
        functions = probes.open(
                probes.function(Echo.class),
                probes.function(Command.class),
                probes.function(Command.class).named("Json").jsonLogs(),
                probes.function(Echo.class).named("Fresh"),
                probes.function(Command.class).named("Impatient").timeout(Duration.ofSeconds(2)),
                probes.function(Command.class)
                        .named("Tuned")
                        .memory(1000)
                        .environment(
                                Map.of("JAVA_TOOL_OPTIONS", "-Dtuned=yes", "AWS_REGION", "mars-1", "STAGE", "test")));
    }

    @AfterAll
    static void close() throws Exception {
        functions.close();
        probes.close();
    }

    @Test
    void functionGetsTheEventAndItsAnswerComesBack() throws Exception {
        assertThat(answer(functions, "Echo", "{\"name\":\"Zoë ☂\"}")).isEqualTo("{\"name\":\"Zoë ☂\"}");
    }

    @Test
    void functionMayAnswerNothing() throws Exception {
        assertThat(answer(functions, "Command", "\"answer 0\"")).isEmpty();
    }

    @Test
    void largeEventsAndAnswersPass() throws Exception {
        String event = "\"" + "y".repeat(5_000_000) + "\"";

        assertThat(answer(functions, "Echo", event)).isEqualTo(event);
    }

    @Test
    void firstInvocationIsColdAndTheNextWarm() throws Exception {
        Invocation.Report first = call(functions, "Fresh", "{}").report();
        Invocation.Report second = call(functions, "Fresh", "{}").report();

        assertThat(first.start()).isEqualTo(Start.COLD);
        assertThat(first.preparation()).isPositive();
        assertThat(first.billed()).isGreaterThanOrEqualTo(first.preparation().plus(first.duration()));
        assertThat(second.start()).isEqualTo(Start.WARM);
        assertThat(second.preparation()).isZero();
        assertThat(second.environmentId()).isEqualTo(first.environmentId());
        assertThat(second.requestId()).isNotEqualTo(first.requestId());
    }

    @Test
    void reportTellsMemory() throws Exception {
        call(functions, "Tuned", "\"allocate 100\"");
        Await.until("the peak is read anew", () -> peak("Tuned") > 100);

        assertThat(call(functions, "Tuned", "\"pid\"").report().memorySizeMegabytes())
                .isEqualTo(1000);
    }

    private static int peak(String function) {
        try {
            return call(functions, function, "\"pid\"").report().memoryUsedMegabytes();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void contextDescribesTheFunction() throws Exception {
        Invocation invocation = call(functions, "Command", "\"context\"");

        assertThat(Probes.text(invocation).lines())
                .containsExactly(
                        "Command",
                        "$LATEST",
                        "arn:aws:lambda:us-east-1:000000000000:function:Command",
                        "512",
                        invocation.report().requestId(),
                        "true");
    }

    @Test
    void exceptionIsAFunctionErrorAndTheEnvironmentStays() throws Exception {
        long before = Long.parseLong(answer(functions, "Command", "\"pid\""));

        assertThat(call(functions, "Command", "\"throw no-such-thing\"").result())
                .isEqualTo(new Result.FunctionError("java.lang.IllegalStateException", "no-such-thing"));
        assertThat(answer(functions, "Command", "\"pid\"")).isEqualTo(Long.toString(before));
    }

    @Test
    void exitIsAFunctionErrorAndAFreshEnvironmentServesTheNextCall() throws Exception {
        assertThat(call(functions, "Command", "\"exit 3\"").result())
                .isEqualTo(new Result.FunctionError("Runtime.ExitError", "Runtime exited with error: exit status 3"));
        assertThat(call(functions, "Command", "\"pid\"").report().start()).isEqualTo(Start.COLD);
    }

    @Test
    void exitWithoutAReasonIsAFunctionErrorToo() throws Exception {
        assertThat(call(functions, "Command", "\"halt 0\"").result())
                .isEqualTo(new Result.FunctionError("Runtime.ExitError", "Runtime exited without providing a reason"));
    }

    @Test
    void exhaustedHeapIsAFunctionErrorAndAFreshEnvironmentServesTheNextCall() throws Exception {
        assertThat(call(functions, "Command", "\"allocate 600\"").result())
                .isInstanceOfSatisfying(
                        Result.FunctionError.class,
                        error -> assertThat(error.type()).isEqualTo("java.lang.OutOfMemoryError"));
        assertThat(answer(functions, "Command", "\"stdin\"")).isEqualTo("-1");
    }

    @Test
    void timeoutEndsTheEnvironment() throws Exception {
        call(functions, "Impatient", "\"pid\"");
        long pid = Long.parseLong(answer(functions, "Impatient", "\"pid\""));

        assertThat(call(functions, "Impatient", "\"sleep PT60S\"").result())
                .isEqualTo(new Result.FunctionError("Sandbox.Timedout", "Task timed out after 2.00 seconds"));
        Await.until("the environment is gone", () -> !Probes.isAlive(pid));
        assertThat(call(functions, "Impatient", "\"pid\"").report().start()).isEqualTo(Start.COLD);
    }

    @Test
    void answerOverSixMegabytesIsAFunctionErrorAndTheEnvironmentServesOn() throws Exception {
        assertThat(call(functions, "Command", "\"answer 6291557\"").result())
                .isEqualTo(new Result.FunctionError(
                        "Function.ResponseSizeTooLarge",
                        "Response payload size exceeded maximum allowed payload size (6291556 bytes)."));
        assertThat(answer(functions, "Command", "\"answer 6291556\"")).hasSize(6_291_556);
        assertThat(call(functions, "Command", "\"pid\"").report().start()).isEqualTo(Start.WARM);
    }

    @Test
    void functionThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> call(functions, "Nobody", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no function Nobody; there are [Command, Echo, Fresh, Impatient, Json, Tuned].");
    }

    @Test
    void functionReadsNothingFromStandardInput() throws Exception {
        assertThat(answer(functions, "Command", "\"stdin\"")).isEqualTo("-1");
    }

    @Test
    void outputGoesToTheLogWithItsEnvironment() throws Exception {
        String environment =
                call(functions, "Command", "\"log hello\"").report().environmentId();

        Await.until(
                "both lines are logged",
                () -> probes.lines()
                        .all()
                        .containsAll(List.of(environment + " hello out", environment + " hello err")));
    }

    @Test
    void eachCallOfTheLoggerIsOneMessageWhateverItsLines() throws Exception {
        String environment =
                call(functions, "Command", "\"tell hello\"").report().environmentId();

        Await.until("the last message is logged", () -> probes.lines().all().contains(environment + " hello last"));
        assertThat(probes.lines().all())
                .containsSubsequence(
                        environment + " hello", environment + " hello\n\tå hello", environment + " hello last");
    }

    @Test
    void messageOfJsonLogsIsOneObjectWithoutItsEndOfLine() throws Exception {
        String environment = call(functions, "Json", "\"tell object\"").report().environmentId();

        Await.until(
                "the last message is logged",
                () -> probes.lines().all().stream()
                        .anyMatch(message -> message.startsWith(environment) && message.contains("\"object last\"")));
        assertThat(probes.lines().all())
                .filteredOn(message -> message.startsWith(environment + " {"))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message).endsWith("}"));
    }

    @Test
    void stackTraceOfAFailedInvocationIsOneMessage() throws Exception {
        String environment =
                call(functions, "Command", "\"throw traced\"").report().environmentId();

        Await.until(
                "the stack trace is logged",
                () -> probes.lines().all().stream()
                        .anyMatch(message ->
                                message.startsWith(environment + " traced: java.lang.IllegalStateException\n")
                                        && message.contains("Command.handleRequest")));
    }

    @Test
    void lastLinesOfACrashedEnvironmentAreLogged() throws Exception {
        String environment = call(functions, "Command", "\"exit 1\"").report().environmentId();

        Await.until("the line is logged", () -> probes.lines().all().contains(environment + " about to exit"));
    }

    @Test
    void temporaryFolderIsTheEnvironmentsOwnAndGoneWithIt() throws Exception {
        Path tmp = Path.of(answer(functions, "Command", "\"tmp\""));
        assertThat(tmp).isDirectory();

        call(functions, "Command", "\"exit 1\"");

        Await.until("the folder is removed", () -> !Files.exists(tmp));
    }

    @Test
    void jvmRunsWithTheFlagsOfTheManagedRuntime() throws Exception {
        assertThat(answer(functions, "Tuned", "\"flags\"").split(" "))
                .contains(
                        "-XX:MaxHeapSize=870400k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        "-Dtuned=yes");
    }

    @Test
    void functionsOwnVariablesDoNotReplaceLambdas() throws Exception {
        assertThat(answer(functions, "Tuned", "\"environment\"").lines())
                .contains("STAGE=test", "AWS_REGION=us-east-1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=1000");
    }

    @Test
    void logLevelIsSetForJsonLogs() throws Exception {
        assertThat(answer(functions, "Json", "\"environment\"").lines())
                .contains("AWS_LAMBDA_LOG_FORMAT=JSON", "AWS_LAMBDA_LOG_LEVEL=INFO");
    }

    @Test
    void nothingOfThisProcesssEnvironmentReachesAFunction() throws Exception {
        Map<String, String> seen = new TreeMap<>();
        answer(functions, "Command", "\"environment\"").lines().forEach(line -> {
            String[] pair = line.split("=", 2);
            seen.put(pair[0], pair[1]);
        });

        assertThat(seen)
                .containsOnlyKeys(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_CONFIG_FILE",
                        "AWS_DEFAULT_REGION",
                        "AWS_EC2_METADATA_DISABLED",
                        "AWS_EXECUTION_ENV",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_LOG_FORMAT",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        "AWS_LAMBDA_LOG_STREAM_NAME",
                        "AWS_LAMBDA_RUNTIME_API",
                        "AWS_REGION",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_SESSION_TOKEN",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        "AWS_XRAY_CONTEXT_MISSING",
                        "AWS_XRAY_DAEMON_ADDRESS",
                        "LAMBDA_RUNTIME_DIR",
                        "LAMBDA_TASK_ROOT",
                        "LANG",
                        "LD_LIBRARY_PATH",
                        "PATH",
                        "TZ",
                        "_AWS_XRAY_DAEMON_ADDRESS",
                        "_AWS_XRAY_DAEMON_PORT",
                        "_LAMBDA_TELEMETRY_LOG_FD",
                        "_HANDLER");
        assertThat(seen.get("LD_LIBRARY_PATH")).endsWith(":" + seen.get("LAMBDA_TASK_ROOT") + "/lib");
        assertThat(seen)
                .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
                .containsEntry("AWS_CONFIG_FILE", "/dev/null")
                .containsEntry("AWS_XRAY_DAEMON_ADDRESS", probes.traces().address());
    }
}
