package dev.warmpath.local.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** An emulator that somebody else has started: {@link OwnEmulator} in a process of its own. */
public final class OwnEmulatorProcess implements AutoCloseable {
    private final Process process;
    private final URI url;

    private OwnEmulatorProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** @param project folder of the built checkout */
    public static OwnEmulatorProcess start(Path project) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OwnEmulator.class.getName(),
                        project.resolve("infra").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        return new OwnEmulatorProcess(process, URI.create("http://127.0.0.1:" + output.readLine()));
    }

    public URI url() {
        return url;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it and its engines. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
