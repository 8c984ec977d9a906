package dev.warmpath.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
@Timeout(60)
class LocalS3IT {
    private static final Path LIBRARIES = Path.of("target");

    @TempDir
    private Path folder;

    @Test
    void objectsOfAFolderAreThereInTheNextRun() throws Exception {
        Optional<Path> data = Optional.of(folder.resolve("objects"));
        try (LocalS3 engine = LocalS3.start(LIBRARIES, data)) {
            call(engine, "PUT", "/reports", "");
            call(engine, "PUT", "/reports/2026/11/20.csv", "kept");
        }

        try (LocalS3 engine = LocalS3.start(LIBRARIES, data)) {
            assertThat(call(engine, "GET", "/reports/2026/11/20.csv", "")).isEqualTo("kept");
        }
    }

    @Test
    void objectsInMemoryAreGoneInTheNextRun() throws Exception {
        try (LocalS3 engine = start()) {
            call(engine, "PUT", "/reports", "");
        }

        try (LocalS3 engine = start()) {
            assertThat(call(engine, "GET", "/", "")).doesNotContain("reports");
        }
    }

    @Test
    void answersOnLoopbackOnly() throws Exception {
        try (LocalS3 engine = start()) {
            List<InetSocketAddress> elsewhere = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address ->
                            new InetSocketAddress(address, engine.endpoint().getPort()))
                    .toList();

            assertThat(engine.endpoint().getHost()).isEqualTo("127.0.0.1");
            assertThat(elsewhere).noneMatch(LocalS3IT::accepts);
        }
    }

    @Test
    void closeEndsTheChild() throws Exception {
        LocalS3 engine = start();
        ProcessHandle child = ProcessHandle.of(engine.pid()).orElseThrow();

        engine.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void childEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        StartAndPrintPid.class.getName(),
                        LIBRARIES.toAbsolutePath().toString())
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

    @Test
    void unbuiltEngineFailsWithOneSentence() {
        assertThatThrownBy(() -> LocalS3.start(folder, Optional.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessage("S3Proxy is not built: " + folder + " should hold s3.jar and lib; run ./mvnw package");
    }

    private static LocalS3 start() throws InterruptedException {
        return LocalS3.start(LIBRARIES, Optional.empty());
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) TimeUnit.SECONDS.toMillis(1));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String call(LocalS3 engine, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(engine.endpoint().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }
}
