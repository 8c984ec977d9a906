package dev.warmpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineProcessTest {
    @TempDir
    private static Path target;

    @BeforeAll
    static void packageTheEngine() throws IOException {
        Files.createDirectory(target.resolve("lib"));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(target.resolve("engine.jar")))) {
            for (Class<?> type : List.of(TestEngine.class, ChildSide.class)) {
                add(jar, type.getName().replace('.', '/') + ".class");
            }
        }
    }

    private static void add(ZipOutputStream jar, String name) throws IOException {
        try (InputStream type = TestEngine.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new ZipEntry(name));
            type.transferTo(jar);
        }
    }

    static EngineCommand command(Path target, String what) {
        return new EngineCommand(
                "Test engine", target, "engine.jar", TestEngine.class.getName(), List.of("-Xmx16m"), List.of(what));
    }

    @Test
    void portIsThatOfTheReadyLine() throws Exception {
        try (EngineProcess engine = EngineProcess.start(command(target, "serve"))) {
            assertThat(engine.endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + TestEngine.PORT));
        }
    }

    @Test
    void engineThatEndsBeforeItIsReadyLeavesItsLastOutput() {
        assertThatThrownBy(() -> EngineProcess.start(command(target, "fail")))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Test engine ended before it answered; its last output: ")
                .hasMessageContainingAll("starting", "no memory left");
    }

    @Test
    void closeEndsTheChild() throws Exception {
        EngineProcess engine = EngineProcess.start(command(target, "serve"));
        ProcessHandle child = ProcessHandle.of(engine.pid()).orElseThrow();

        engine.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void engineThatDoesNotEndIsKilledAtTheLimit() throws Exception {
        EngineProcess engine = EngineProcess.start(command(target, "hang"));
        ProcessHandle child = ProcessHandle.of(engine.pid()).orElseThrow();

        engine.close(Duration.ofMillis(1));

        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void childEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        StartAndPrintPid.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

            parent.destroyForcibly();

            assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Only threads of the platform are among these. */
    @Test
    void outputIsReadByAThreadOfThePlatform() throws Exception {
        EngineProcess engine = EngineProcess.start(command(target, "serve"));
        try {
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("engine-output");
        } finally {
            engine.close();
        }
    }

    @Test
    void unbuiltEngineFailsWithOneSentence() {
        Path elsewhere = target.resolve("elsewhere");

        assertThatThrownBy(() -> EngineProcess.start(command(elsewhere, "serve")))
                .isInstanceOf(EngineException.class)
                .hasMessage("Test engine is not built: " + elsewhere
                        + " should hold engine.jar and lib; run ./mvnw package");
    }
}
