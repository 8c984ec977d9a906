package dev.warmpath.local.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.lambda.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ValkeyServerTest {
    private static final String NO_PATH = "";

    @TempDir
    private Path folder;

    @Test
    void startedServerAnswersOnItsPort() throws Exception {
        try (ValkeyServer server = ValkeyServer.start(folder)) {
            assertThat(server.host()).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SET ada 1")).isEqualTo("+OK");
            assertThat(ask(server, "GET ada")).isEqualTo("$1");
        }
    }

    @Test
    void twoServersDoNotDisturbEachOther() throws Exception {
        try (ValkeyServer one = ValkeyServer.start(folder.resolve("one"));
                ValkeyServer two = ValkeyServer.start(folder.resolve("two"))) {
            ask(one, "SET ada 1");

            assertThat(ask(two, "GET ada")).isEqualTo("$-1");
        }
    }

    @Test
    void killedServerComesBackEmptyOnItsPort() throws Exception {
        try (ValkeyServer server = ValkeyServer.start(folder)) {
            int port = server.port();
            ask(server, "SET ada 1");
            server.kill();
            assertThatThrownBy(() -> ask(server, "PING")).isInstanceOf(ConnectException.class);
            server.restart();

            assertThat(server.port()).isEqualTo(port);
            assertThat(ask(server, "GET ada")).isEqualTo("$-1");
        }
    }

    @Test
    void closedServerLeavesNoProcessAndNoData() throws Exception {
        ValkeyServer server = ValkeyServer.start(folder);
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        ask(server, "SET ada 1");
        server.close();

        assertThat(processes).isNotEmpty();
        Await.until("all processes are gone", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void serverEndsWithTheProcessThatStartedIt() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        StartAndWait.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            List<ProcessHandle> processes = parent.descendants().toList();

            parent.destroyForcibly().waitFor();

            assertThat(processes).isNotEmpty();
            Await.until("the server is gone", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void machineWithoutAServerUsesTheOneThatComesAlong() throws Exception {
        Path program = ServerProgram.find(NO_PATH, folder);

        assertThat(program).isEqualTo(folder.resolve("redis-server")).isExecutable();
        try (ValkeyServer server = ValkeyServer.start(program, folder)) {
            assertThat(ask(server, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void installedServerIsPreferred() throws Exception {
        Path installed =
                Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("valkey-server"));
        assertThat(installed.toFile().setExecutable(true)).isTrue();

        assertThat(ServerProgram.find("/nowhere:" + installed.getParent(), folder))
                .isEqualTo(installed);
    }

    @Test
    void programThatIsNoServerIsToldWithItsOutput() throws Exception {
        Path broken = Files.writeString(folder.resolve("valkey-server"), "#!/bin/sh\necho out of order\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> ValkeyServer.start(broken, folder))
                .isInstanceOf(ValkeyException.class)
                .hasMessageStartingWith(
                        "The server for the shared cache, " + broken + ", ended before it listened; its last output: ")
                .hasMessageContaining("out of order");
    }

    private static String ask(ValkeyServer server, String command) throws IOException {
        try (Socket socket = new Socket(server.host(), server.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
