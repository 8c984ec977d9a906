package dev.warmpath.local.lambda;

import static dev.warmpath.local.lambda.Probes.answer;
import static dev.warmpath.local.lambda.Probes.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.probe.BrokenInit;
import dev.warmpath.local.lambda.probe.Command;
import dev.warmpath.local.lambda.probe.Hooked;
import dev.warmpath.local.lambda.probe.Lingering;
import dev.warmpath.local.lambda.probe.SlowInit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EndOfEnvironmentsTest {
    @TempDir
    private Path folder;

    private Probes probes;

    @BeforeEach
    void open() throws Exception {
        probes = Probes.packaged(folder);
    }

    @AfterEach
    void close() {
        probes.close();
    }

    @Test
    void killedEnvironmentIsAFunctionErrorAndAFreshOneServesTheNextCall() throws Exception {
        Path running = Files.createDirectory(folder.resolve("running"));
        try (Functions functions = probes.open(probes.function(Command.class).timeout(Duration.ofMinutes(15)));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Invocation> victim = callers.submit(
                    () -> call(functions, "Command", "\"await " + running + " " + folder.resolve("never") + "\""));
            Await.until("it runs", () -> TestFolders.names(running, "*").size() == 1);

            long pid = Long.parseLong(TestFolders.names(running, "*").getFirst());
            assertThat(functions.pidsAtWork("Command")).containsExactly(pid);
            kill(pid);

            assertThat(victim.get().result())
                    .isEqualTo(
                            new Result.FunctionError("Runtime.ExitError", "Runtime exited with error: signal: killed"));
            assertThat(functions.pidsAtWork("Command")).isEmpty();
            assertThat(call(functions, "Command", "\"pid\"").report().start()).isEqualTo(Start.COLD);
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Test
    void idleEnvironmentsAreEndedWhereThatIsAskedForAndTheNextCallStartsAnother() throws Exception {
        try (Functions functions = probes.open(probes.function(Command.class))) {
            String first = answer(functions, "Command", "\"pid\"");

            functions.endIdle();

            assertThat(Probes.isAlive(Long.parseLong(first))).isFalse();
            assertThat(functions.pids()).isEmpty();
            assertThat(call(functions, "Command", "\"pid\"").report().start()).isEqualTo(Start.COLD);
        }
    }

    @Test
    void idleEnvironmentThatDoesNotExitByItselfIsGoneToo() throws Exception {
        try (Functions functions =
                probes.open(probes.function(Lingering.class).environment(Map.of("NEVER_EXIT", "yes")))) {
            answer(functions, "Lingering", "{}");

            functions.endIdle();

            assertThat(children()).isEmpty();
        }
    }

    @Test
    void environmentThatDiedWhileIdleIsReplacedUnseen() throws Exception {
        try (Functions functions = probes.open(probes.function(Command.class))) {
            Path tmp = Path.of(answer(functions, "Command", "\"tmp\""));
            kill(Long.parseLong(answer(functions, "Command", "\"pid\"")));
            Await.until("its end is noticed", () -> !Files.exists(tmp));

            assertThat(call(functions, "Command", "\"pid\"").report().start()).isEqualTo(Start.COLD);
        }
    }

    @Test
    void spareThatDiedIsReplacedUnseen() throws Exception {
        try (Functions functions = probes.open(probes.function(Command.class).snapStart())) {
            Path tmp = Path.of(answer(functions, "Command", "\"tmp\""));
            Await.until("the spare is started", () -> children().size() == 2);
            children().forEach(child -> kill(child.pid()));
            Await.until(
                    "the ends are noticed",
                    () -> TestFolders.names(tmp.getParent(), "*").isEmpty());

            assertThat(call(functions, "Command", "\"pid\"").report().snapshot())
                    .isPresent();
        }
    }

    private List<ProcessHandle> children() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(ProcessHandle::isAlive)
                    .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                    .toList();
        }
    }

    @Test
    void fatalErrorEndsTheEnvironmentThoughAThreadLingers() throws Exception {
        try (Functions functions = probes.open(probes.function(Lingering.class))) {
            assertThat(call(functions, "Lingering", "\"fatal\"").result())
                    .isEqualTo(new Result.FunctionError("java.lang.InternalError", "fatal"));
            assertThat(call(functions, "Lingering", "{}").report().start()).isEqualTo(Start.COLD);
        }
    }

    @Test
    void failedInitIsTheAnswerOfEachCallAndIsNotRepeatedInBetween() throws Exception {
        try (Functions functions = probes.open(probes.function(BrokenInit.class))) {
            Invocation first = call(functions, "BrokenInit", "{}");
            Invocation second = call(functions, "BrokenInit", "{}");

            assertThat(List.of(first.result(), second.result()))
                    .containsOnly(new Result.FunctionError("java.lang.IllegalStateException", "TABLE_NAME is not set"));
            assertThat(first.report().environmentId()).isEqualTo("BrokenInit-1");
            assertThat(second.report().environmentId()).isEqualTo("BrokenInit-2");
        }
    }

    @Test
    void initOverItsLimitIsStartedOnceMoreWithinTheFunctionsTimeout() throws Exception {
        Surroundings impatient =
                new Surroundings(probes.traces(), probes.lines(), InstantSource.system(), Duration.ofMillis(500));
        try (Functions functions = probes.open(
                probes.settings(), impatient, probes.function(SlowInit.class).timeout(Duration.ofSeconds(1)))) {
            Invocation invocation = call(functions, "SlowInit", "{}");

            assertThat(invocation.result())
                    .isEqualTo(new Result.FunctionError("Sandbox.Timedout", "Task timed out after 1.00 seconds"));
            assertThat(invocation.report().environmentId()).isEqualTo("SlowInit-2");
        }
    }

    @Test
    void idleEnvironmentIsReapedAndABusyOneStays() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
        Settings settings = probes.settings().withIdleTime(Duration.ofMinutes(5));
        try (Functions functions = probes.open(settings, now::get, probes.function(Command.class))) {
            long pid = Long.parseLong(answer(functions, "Command", "\"pid\""));

            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
            functions.reap();
            assertThat(answer(functions, "Command", "\"pid\"")).isEqualTo(Long.toString(pid));

            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)).plusMillis(1));
            functions.reap();
            Await.until("it is gone", () -> !Probes.isAlive(pid));
            assertThat(call(functions, "Command", "\"pid\"").report().start()).isEqualTo(Start.COLD);
        }
    }

    @Test
    void closeLeavesNoChildAndNoFolder() throws Exception {
        Functions functions = probes.open(
                probes.function(Command.class),
                probes.function(Hooked.class).snapStart(),
                probes.function(Lingering.class).environment(Map.of("NEVER_EXIT", "yes")));
        answer(functions, "Command", "\"pid\"");
        answer(functions, "Hooked", "\"pid\"");
        answer(functions, "Lingering", "{}");
        Await.until("a spare is started", () -> children().size() == 4);
        List<ProcessHandle> children = children();

        functions.close();

        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void closeAnswersWhoeverStillWaits() throws Exception {
        Path running = Files.createDirectory(folder.resolve("running"));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Functions functions = probes.open(probes.function(Command.class));
            Future<Invocation> waiting = callers.submit(
                    () -> call(functions, "Command", "\"await " + running + " " + folder.resolve("never") + "\""));
            Await.until("it runs", () -> TestFolders.names(running, "*").size() == 1);

            functions.close();

            assertThat(waiting.get().result()).isInstanceOf(Result.FunctionError.class);
        }
    }
}
