package dev.warmpath.local.lambda;

import static dev.warmpath.local.lambda.Probes.answer;
import static dev.warmpath.local.lambda.Probes.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.probe.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConcurrencyTest {
    @TempDir
    private Path folder;

    private Probes probes;
    private Path running;
    private Path go;
    private String event;

    @BeforeEach
    void open() throws Exception {
        probes = Probes.packaged(folder);
        running = Files.createDirectory(folder.resolve("running"));
        go = folder.resolve("go");
        event = "\"await " + running + " " + go + "\"";
    }

    @AfterEach
    void close() {
        probes.close();
    }

    @Test
    void fiftyCallersShareFourEnvironments() throws Exception {
        try (Functions functions =
                        probes.open(probes.settings().withMaxEnvironments(4), probes.function(Command.class));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int caller = 0; caller < 50; caller++) {
                answers.add(callers.submit(() -> answer(functions, "Command", event)));
            }
            Await.until("four run", () -> TestFolders.names(running, "*").size() == 4);
            Files.createFile(go);

            Set<String> pids = new HashSet<>();
            for (Future<String> answer : answers) {
                pids.add(answer.get());
            }
            assertThat(pids).hasSize(4).containsExactlyInAnyOrderElementsOf(TestFolders.names(running, "*"));
        }
    }

    @Test
    void reservedConcurrencyThrottlesAtOnce() throws Exception {
        try (Functions functions = probes.open(probes.function(Command.class).reserved(1));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = callers.submit(() -> answer(functions, "Command", event));
            Await.until("it runs", () -> TestFolders.names(running, "*").size() == 1);

            assertThat(call(functions, "Command", "\"pid\"").result()).isEqualTo(new Result.Throttled());
            Files.createFile(go);
            assertThat(first.get()).isEqualTo(answer(functions, "Command", "\"pid\""));
        }
    }

    @Test
    void reservedConcurrencyOfZeroRefusesEverything() throws Exception {
        try (Functions functions = probes.open(probes.function(Command.class).reserved(0))) {
            assertThat(call(functions, "Command", "\"pid\"").result()).isEqualTo(new Result.Throttled());
        }
    }

    @Test
    void twentyEnvironmentsStartTogether() throws Exception {
        try (Functions functions =
                        probes.open(probes.settings().withMaxEnvironments(20), probes.function(Command.class));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int caller = 0; caller < 20; caller++) {
                answers.add(callers.submit(() -> answer(functions, "Command", event)));
            }
            Await.until("all run", () -> TestFolders.names(running, "*").size() == 20);
            Files.createFile(go);

            for (Future<String> answer : answers) {
                assertThat(answer.get()).isNotEmpty();
            }
        }
    }
}
