package dev.warmpath.local;

import dev.warmpath.local.lambda.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command line in a process of its own, as the launcher starts it. */
final class CommandLineProcess implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Process process;
    private final Path output;

    private CommandLineProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static CommandLineProcess start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dwarmpath.root=" + TestRuns.PROJECT,
                "-cp",
                TARGET.resolve("warmpath-local.jar") + ":" + TARGET.resolve("lib") + "/*",
                "dev.warmpath.local.Main"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("warmpath", ".out");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        return new CommandLineProcess(builder.redirectOutput(output.toFile()).start(), output);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after a minute; it printed: " + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the greeting names the API. */
    URI awaitUp() throws InterruptedException {
        Await.until("the API is up", () -> output().contains("Try it:") || !process.isAlive());
        return output().lines()
                .filter(line -> line.strip().startsWith("URL"))
                .map(line -> URI.create(line.strip().substring("URL".length()).strip()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("never came up: " + output()));
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(output);
    }
}
