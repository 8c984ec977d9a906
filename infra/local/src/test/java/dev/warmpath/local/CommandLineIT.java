package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} and {@code token} as processes: what they print, how they exit, and what they leave behind. */
@Tag("full")
@Timeout(180)
class CommandLineIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}";

    @TempDir
    private Path folder;

    @Test
    void takenPortIsOneSentenceAndAFailure() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CommandLineProcess up = up(taken.getLocalPort())) {
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output()).hasLineCount(1).contains("Port " + taken.getLocalPort());
        }
    }

    @Test
    void brokenTemplateIsOneSentenceWithItsPlace() throws Exception {
        String text = Files.readString(TestRuns.PROJECT.resolve("template.yaml"));
        Path broken = Files.writeString(folder.resolve("broken.yaml"), text.replace("Timeout: 10", "Timeout: 1000"));

        try (CommandLineProcess up = up(0, "--template", broken.toString())) {
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .hasLineCount(1)
                    .contains("broken.yaml:", "Resources.BatchGetInventory.Properties.Timeout");
        }
    }

    @Test
    void unbuiltArtefactIsOneSentenceWithTheCommandThatBuildsIt() throws Exception {
        Path elsewhere = Files.copy(TestRuns.PROJECT.resolve("template.yaml"), folder.resolve("template.yaml"));

        try (CommandLineProcess up = up(0, "--template", elsewhere.toString())) {
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output()).hasLineCount(1).contains("orders.jar", "./mvnw package");
        }
    }

    @Test
    void wrongOptionIsExplainedWithExitTwo() throws Exception {
        try (CommandLineProcess up = up(70_000)) {
            assertThat(up.exitCode()).isEqualTo(2);
            assertThat(up.output()).contains("--port is 70000, expected 0 to 65535");
        }
    }

    @Test
    void unknownKindOfCacheIsExplainedWithExitTwo() throws Exception {
        try (CommandLineProcess up = up(0, "--cache", "memcached")) {
            assertThat(up.exitCode()).isEqualTo(2);
            assertThat(up.output()).contains("--cache").containsIgnoringCase("none, dynamodb, valkey");
        }
    }

    @Test
    void cacheServerEndsWithItsKilledRun() throws Exception {
        try (CommandLineProcess up = up(0, "--cache", "valkey")) {
            List<ProcessHandle> children = childrenAfterOneRequest(up);
            up.kill();

            assertThat(children).isNotEmpty();
            Await.until("all children ended", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void tokenWithoutARunningApiSaysHowToStartOne() throws Exception {
        int port = freePort();
        try (CommandLineProcess token = CommandLineProcess.start("token", "--port", "" + port)) {
            assertThat(token.exitCode()).isEqualTo(1);
            assertThat(token.output()).hasLineCount(1).contains("./warmpath up --port " + port);
        }
    }

    @Test
    void tokenPrintsJustATokenThatTheApiAccepts() throws Exception {
        try (CommandLineProcess up = up(0)) {
            URI url = up.awaitUp();
            String token = token(url, "--sub", "ada", "--scope", "users:read users:write");

            assertThat(Api.at(url).withToken(token).post("/users", ADA).statusCode())
                    .isEqualTo(201);
            assertThat(Api.at(url).withToken(token).get("/users/ada").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void tokenRefusesMalformedScopesWithASentence() throws Exception {
        try (CommandLineProcess up = up(0)) {
            URI url = up.awaitUp();
            try (CommandLineProcess token =
                    CommandLineProcess.start("token", "--port", "" + url.getPort(), "--scope", "a\"b")) {
                assertThat(token.exitCode()).isEqualTo(1);
                assertThat(token.output()).hasLineCount(1).contains("scope");
            }
        }
    }

    @Test
    void eachRequestIsALineWithItsFunctionAndStart() throws Exception {
        try (CommandLineProcess up = up(0, "--logs")) {
            URI url = up.awaitUp();
            Api.at(url).withToken(token(url)).get("/users/demo");

            Await.until("a line for the request", () -> up.output().contains("GET    /users/demo"));
            assertThat(up.output())
                    .containsPattern("GET    /users/demo +404 .*GetUser-1 +restored in .*billed \\d+ ms");
            assertThat(up.output()).doesNotContain("_aws", "/_warmpath/token");
        }
    }

    @Test
    void terminatedRunLeavesNoChildBehind() throws Exception {
        try (CommandLineProcess up = up(0)) {
            List<ProcessHandle> children = childrenAfterOneRequest(up);
            up.terminate();

            assertThat(up.exitCode()).isEqualTo(143);
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void killedRunLeavesNoChildBehind() throws Exception {
        try (CommandLineProcess up = up(0)) {
            List<ProcessHandle> children = childrenAfterOneRequest(up);
            up.kill();

            assertThat(children).isNotEmpty();
            Await.until("all children ended", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void twoRunsOnDifferentPortsDoNotDisturbEachOther() throws Exception {
        try (CommandLineProcess first = up(0);
                CommandLineProcess second = up(0)) {
            Api one = Api.at(first.awaitUp()).withToken(token(first.awaitUp()));
            Api two = Api.at(second.awaitUp()).withToken(token(second.awaitUp()));
            one.post("/users", ADA);
            first.terminate();
            first.exitCode();

            assertThat(two.get("/users/demo").statusCode()).isEqualTo(404);
            assertThat(two.post("/users", ADA).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void dataFolderKeepsUsersOverARestart() throws Exception {
        String data = folder.resolve("data").toString();
        try (CommandLineProcess up = up(0, "--data", data)) {
            URI url = up.awaitUp();
            assertThat(Api.at(url).withToken(token(url)).post("/users", ADA).statusCode())
                    .isEqualTo(201);
            up.terminate();
            up.exitCode();
        }
        try (CommandLineProcess up = up(0, "--data", data)) {
            URI url = up.awaitUp();
            assertThat(Api.at(url).withToken(token(url)).get("/users/demo").statusCode())
                    .isEqualTo(200);
        }
    }

    private static List<ProcessHandle> childrenAfterOneRequest(CommandLineProcess up) throws Exception {
        URI url = up.awaitUp();
        Api.at(url).withToken(token(url)).get("/users/demo");
        return up.children();
    }

    private static String token(URI url, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("token", "--port", "" + url.getPort()));
        arguments.addAll(List.of(options));
        try (CommandLineProcess token = CommandLineProcess.start(arguments.toArray(String[]::new))) {
            assertThat(token.exitCode()).isZero();
            assertThat(token.output()).hasLineCount(1);
            return token.output().strip();
        }
    }

    private static CommandLineProcess up(int port, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "--port", "" + port));
        arguments.addAll(List.of(options));
        return CommandLineProcess.start(arguments.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
