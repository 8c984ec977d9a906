package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.emulator.OwnEmulatorProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A local run beside the project's own engines behind one URL, in a process that the run did not start. */
@Tag("full")
class EmulatorIT extends EmulatorChecks {
    private static final String TEMPLATE =
            TestRuns.PROJECT.resolve("template.yaml").toString();

    private static OwnEmulatorProcess emulator;

    @BeforeAll
    static void startEmulator() throws IOException {
        emulator = OwnEmulatorProcess.start(TestRuns.PROJECT);
    }

    @AfterAll
    static void stopEmulator() throws IOException {
        emulator.close();
    }

    @Override
    URI emulator() {
        return emulator.url();
    }

    @Test
    void folderForDataDoesNotGoWithAnEmulator() {
        assertThat(command(2, "up", "--data", "data", "--endpoint", emulator().toString()))
                .startsWith(
                        "--data keeps the tables of an engine of this run, and with --endpoint they are in the emulator");
    }

    @Test
    void awsItselfIsNoEmulator() {
        assertThat(command(2, "up", "--endpoint", "http://dynamodb.us-east-1.amazonaws.com"))
                .startsWith("--endpoint: http://dynamodb.us-east-1.amazonaws.com is an endpoint of AWS itself");
    }

    @Test
    void urlOfAnotherFormIsExplained() {
        assertThat(command(2, "up", "--endpoint", "localhost:4566")).contains("expected http://HOST:PORT");
    }

    @Test
    void emulatorThatDoesNotRunIsOneSentence() throws IOException {
        String url = "http://127.0.0.1:" + freePort();

        assertThat(command(1, "up", "--port", "0", "--endpoint", url, "--template", TEMPLATE))
                .isEqualTo("warmpath: nothing answers at " + url
                        + ": start the emulator, or name the URL of a running one with --endpoint.\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
