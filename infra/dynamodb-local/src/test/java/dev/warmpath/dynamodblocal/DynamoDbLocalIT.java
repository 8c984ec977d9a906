package dev.warmpath.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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
class DynamoDbLocalIT {
    private static final Path LIBRARIES = Path.of("target");
    private static final String TABLE = """
            {"TableName": "Users", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "userId", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "userId", "KeyType": "HASH"}]}""";

    @TempDir
    private Path folder;

    @Test
    void answersOnLoopback() throws Exception {
        try (DynamoDbLocal engine = inMemory()) {
            assertThat(engine.endpoint().getHost()).isEqualTo("127.0.0.1");
            assertThat(call(engine, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
        }
    }

    @Test
    void answersOnNoOtherInterface() throws Exception {
        try (DynamoDbLocal engine = inMemory()) {
            List<InetSocketAddress> elsewhere = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address ->
                            new InetSocketAddress(address, engine.endpoint().getPort()))
                    .toList();

            assertThat(elsewhere).noneMatch(DynamoDbLocalIT::accepts);
        }
    }

    @Test
    void sharesTablesBetweenRegionsAndAccessKeys() throws Exception {
        try (DynamoDbLocal engine = inMemory()) {
            call(engine, "CreateTable", TABLE);

            assertThat(call(engine, "ListTables", "{}", "other/20260101/eu-west-1"))
                    .contains("Users");
        }
    }

    @Test
    void keepsDataInItsFolderOverARestart() throws Exception {
        Optional<Path> data = Optional.of(folder.resolve("data"));
        try (DynamoDbLocal engine = DynamoDbLocal.start(LIBRARIES, data)) {
            call(engine, "CreateTable", TABLE);
            call(engine, "PutItem", "{\"TableName\": \"Users\", \"Item\": {\"userId\": {\"S\": \"ada\"}}}");
        }
        try (DynamoDbLocal engine = DynamoDbLocal.start(LIBRARIES, data)) {
            String answer =
                    call(engine, "GetItem", "{\"TableName\": \"Users\", \"Key\": {\"userId\": {\"S\": \"ada\"}}}");

            assertThat(answer).isEqualTo("{\"Item\":{\"userId\":{\"S\":\"ada\"}}}");
        }
    }

    @Test
    void twoEnginesDoNotShareTablesInMemory() throws Exception {
        try (DynamoDbLocal first = inMemory();
                DynamoDbLocal second = inMemory()) {
            call(first, "CreateTable", TABLE);

            assertThat(call(second, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
        }
    }

    @Test
    void closeEndsTheChild() throws Exception {
        DynamoDbLocal engine = inMemory();
        ProcessHandle child = ProcessHandle.of(engine.pid()).orElseThrow();

        engine.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        DynamoDbLocal engine = inMemory();
        engine.close();
        engine.close();

        assertThat(ProcessHandle.of(engine.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
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
        assertThatThrownBy(() -> DynamoDbLocal.start(folder, Optional.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessage("DynamoDB Local is not built: " + folder
                        + " should hold dynamodb-local.jar and lib; run ./mvnw package");
    }

    @Test
    void earlyEndOfTheChildFailsWithItsLastOutput() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.copy(LIBRARIES.resolve("dynamodb-local.jar"), folder.resolve("dynamodb-local.jar"));

        assertThatThrownBy(() -> DynamoDbLocal.start(folder, Optional.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("DynamoDB Local ended before it answered; its last output: ")
                .hasMessageContaining("NoClassDefFoundError");
    }

    @Test
    void dataFolderThatIsAFileFailsWithOneSentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DynamoDbLocal.start(LIBRARIES, Optional.of(file)))
                .isInstanceOf(EngineException.class)
                .hasMessage("DynamoDB Local cannot keep data in " + file + ": it is not a folder that can be written");
    }

    private static DynamoDbLocal inMemory() throws InterruptedException {
        return DynamoDbLocal.start(LIBRARIES, Optional.empty());
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) TimeUnit.SECONDS.toMillis(1));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String call(DynamoDbLocal engine, String operation, String body) throws Exception {
        return call(engine, operation, body, "key/20260101/us-east-1");
    }

    private static String call(DynamoDbLocal engine, String operation, String body, String credential)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(engine.endpoint() + "/"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + credential
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=none")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }
}
