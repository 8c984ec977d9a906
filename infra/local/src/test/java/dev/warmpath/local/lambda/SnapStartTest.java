package dev.warmpath.local.lambda;

import static dev.warmpath.local.lambda.Probes.answer;
import static dev.warmpath.local.lambda.Probes.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.probe.BrokenHook;
import dev.warmpath.local.lambda.probe.BrokenInit;
import dev.warmpath.local.lambda.probe.Command;
import dev.warmpath.local.lambda.probe.Hooked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SnapStartTest {
    @TempDir
    private static Path folder;

    private static Probes probes;
    private static Functions functions;

    @BeforeAll
    static void open() throws Exception {
        probes = Probes.packaged(folder);
        functions = probes.open(
                probes.function(Hooked.class).snapStart(),
                probes.function(Hooked.class).named("First").snapStart(),
                probes.function(Command.class).snapStart(),
                probes.function(Command.class).named("Spare").snapStart(),
                probes.function(Command.class).named("ScaleOut").snapStart(),
                probes.function(Command.class).named("Crash").snapStart(),
                probes.function(Command.class).named("Killed").snapStart(),
                probes.function(BrokenInit.class).snapStart(),
                brokenHook("checkpoint").named("BrokenCheckpoint"),
                brokenHook("restore").named("BrokenRestore"));
    }

    private static SpecBuilder brokenHook(String hook) {
        return probes.function(BrokenHook.class).snapStart().environment(Map.of("BROKEN_HOOK", hook));
    }

    @AfterAll
    static void close() throws Exception {
        functions.close();
        probes.close();
    }

    @Test
    void hooksRunInTheirOrderAroundTheCheckpoint() throws Exception {
        assertThat(answer(functions, "Hooked", "\"events\""))
                .isEqualTo("init, checkpoint second, checkpoint first, restore first, restore second");
    }

    @Test
    void stateIsFreshAfterRestore() throws Exception {
        String state = answer(functions, "Hooked", "\"state\"");

        assertThat(UUID.fromString(state)).isNotNull();
        assertThat(answer(functions, "Hooked", "\"state\"")).isEqualTo(state);
    }

    @Test
    void firstUseTellsThatItWaitedForItsSnapshotAndBillsTheRestoreOnly() throws Exception {
        Invocation.Report first = call(functions, "First", "\"pid\"").report();

        assertThat(first.start()).isEqualTo(Start.RESTORED);
        assertThat(first.snapshot())
                .hasValueSatisfying(snapshot -> assertThat(snapshot).isGreaterThan(first.preparation()));
        assertThat(first.billed()).isEqualTo(Billing.restored(first.preparation(), first.duration()));
        assertThat(call(functions, "First", "\"pid\"").report().start()).isEqualTo(Start.WARM);
    }

    @Test
    void nothingIsStartedBeforeTheFirstUseAndOneSpareIsParkedAfterIt() throws Exception {
        assertThat(tmpFolders("Spare")).isEmpty();

        call(functions, "Spare", "\"pid\"");

        Await.until("a spare is started", () -> tmpFolders("Spare").size() == 2);
    }

    private static List<String> tmpFolders(String function) {
        String run = TestFolders.names(folder.resolve("work"), "run-*").getFirst();
        Path tmp = folder.resolve("work").resolve(run).resolve("tmp");
        return Files.exists(tmp) ? TestFolders.names(tmp, function + "-*") : List.of();
    }

    @Test
    void scaleOutRestoresTheSpareAndParksTheNext() throws Exception {
        Path running = Files.createDirectory(folder.resolve("running"));
        Path go = folder.resolve("go");
        call(functions, "ScaleOut", "\"pid\"");
        Await.until("a spare is started", () -> tmpFolders("ScaleOut").size() == 2);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            String event = "\"await " + running + " " + go + "\"";
            Future<Invocation> first = callers.submit(() -> call(functions, "ScaleOut", event));
            Future<Invocation> second = callers.submit(() -> call(functions, "ScaleOut", event));
            Await.until("both run", () -> TestFolders.names(running, "*").size() == 2);
            Files.createFile(go);

            assertThat(List.of(
                            first.get().report().start(), second.get().report().start()))
                    .containsExactlyInAnyOrder(Start.WARM, Start.RESTORED);
        }
        Await.until("the next spare is started", () -> tmpFolders("ScaleOut").size() == 3);
    }

    @Test
    void callAfterACrashIsServedByTheSpare() throws Exception {
        call(functions, "Crash", "\"pid\"");
        Await.until("a spare is started", () -> tmpFolders("Crash").size() == 2);

        assertThat(call(functions, "Crash", "\"halt 1\"").result()).isInstanceOf(Result.FunctionError.class);
        assertThat(call(functions, "Crash", "\"pid\"").report().environmentId()).isEqualTo("Crash-2");
    }

    @Test
    void spareThatIsKilledOnItsWayBackIsNoFailureOfTheFunction() throws Exception {
        call(functions, "Killed", "\"pid\"");
        Await.until("a spare is parked", () -> functions.hasParked("Killed"));
        assertThat(call(functions, "Killed", "\"halt 1\"").result()).isInstanceOf(Result.FunctionError.class);
        ProcessHandle spare = process("Killed-2");
        signal("STOP", spare);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Invocation> caller = callers.submit(() -> call(functions, "Killed", "\"pid\""));
            Await.until("the spare is being restored", () -> !functions.hasParked("Killed"));
            signal("KILL", spare);

            assertThat(caller.get().result()).isInstanceOf(Result.Success.class);
            assertThat(caller.get().report().environmentId()).isEqualTo("Killed-3");
        }
    }

    private static ProcessHandle process(String environmentId) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("/" + environmentId + " "))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, "" + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void credentialsComeFromTheContainerEndpoint() throws Exception {
        assertThat(answer(functions, "Hooked", "\"credentials\""))
                .startsWith("200 {")
                .contains("\"AccessKeyId\":", "\"SecretAccessKey\":", "\"Token\":", "\"Expiration\":");
    }

    @Test
    void credentialsAreRefusedWithoutTheEnvironmentsToken() throws Exception {
        assertThat(answer(functions, "Hooked", "\"wrong credentials\"")).isEqualTo("401 ");
    }

    @Test
    void variablesAreThoseOfSnapStart() throws Exception {
        assertThat(answer(functions, "Command", "\"environment\"").lines())
                .contains("AWS_LAMBDA_INITIALIZATION_TYPE=snap-start", "AWS_LAMBDA_FUNCTION_VERSION=1")
                .noneMatch(line -> line.startsWith("AWS_ACCESS_KEY_ID"))
                .noneMatch(line -> line.startsWith("AWS_SESSION_TOKEN"))
                .noneMatch(line -> line.startsWith("AWS_LAMBDA_LOG_STREAM_NAME"));
        assertThat(answer(functions, "Command", "\"flags\"")).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void failedInitIsTheAnswer() throws Exception {
        assertThat(call(functions, "BrokenInit", "{}").result())
                .isEqualTo(new Result.FunctionError("java.lang.IllegalStateException", "TABLE_NAME is not set"));
    }

    @Test
    void noSpareIsStartedForAFunctionThatDoesNotGetThroughItsInit() throws Exception {
        call(functions, "BrokenInit", "{}");
        String before = call(functions, "BrokenInit", "{}").report().environmentId();
        String after = call(functions, "BrokenInit", "{}").report().environmentId();

        assertThat(number(after)).isEqualTo(number(before) + 1);
    }

    private static int number(String environmentId) {
        return Integer.parseInt(environmentId.substring(environmentId.indexOf('-') + 1));
    }

    @Test
    void failedCheckpointHookIsTheAnswer() throws Exception {
        assertThat(call(functions, "BrokenCheckpoint", "{}").result())
                .isInstanceOfSatisfying(
                        Result.FunctionError.class,
                        error -> assertThat(error.type()).endsWith("CheckpointException"));
    }

    @Test
    void failedRestoreHookIsTheAnswer() throws Exception {
        assertThat(call(functions, "BrokenRestore", "{}").result())
                .isInstanceOfSatisfying(
                        Result.FunctionError.class,
                        error -> assertThat(error.type()).endsWith("RestoreException"));
    }
}
