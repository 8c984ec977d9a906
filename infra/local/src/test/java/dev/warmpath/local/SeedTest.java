package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** What {@code seed} asks of a deployed API, and what it makes of the answers. */
@Timeout(60)
class SeedTest {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void startApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stopApi() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(JSON.std.mapFrom(exchange.getRequestBody().readAllBytes()));
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void usersAndProductsGoToTheDeployedApiInBatches() {
        String output = seed(0, "--users", "600", "--skus", "150");

        assertThat(calls)
                .containsExactly(
                        "POST /stage/users/import Bearer secret",
                        "POST /stage/users/import Bearer secret",
                        "POST /stage/users/import Bearer secret",
                        "PUT /stage/inventory Bearer secret",
                        "PUT /stage/inventory Bearer secret");
        assertThat(bodies).extracting(body -> count(body)).containsExactly(250, 250, 100, 100, 50);
        assertThat(output)
                .startsWith("users: 600 of 600\nproducts: 150 of 150\n")
                .contains("curl -i " + url() + "/orders", "Bearer $TOKEN", "\"sku\":\"SKU-00001\"");
    }

    private static int count(Map<String, Object> body) {
        return ((List<?>) body.values().iterator().next()).size();
    }

    @Test
    void sameIsSentEachTime() {
        seed(0, "--users", "3", "--skus", "2");
        seed(0, "--users", "3", "--skus", "2");

        assertThat(bodies.subList(2, 4)).isEqualTo(bodies.subList(0, 2));
    }

    @Test
    void refusedTokenIsOneSentence() {
        status = 401;
        answer = "{\"message\":\"Unauthorized\"}";

        assertThat(seed(1, "--users", "1"))
                .isEqualTo("warmpath: POST /users/import was answered 401: Unauthorized; "
                        + "expected a token that is valid and has the scope admin.\n");
    }

    @Test
    void refusedProductIsNamedWithTheReason() {
        answer = "{\"stored\":1,\"failed\":[{\"index\":1,\"sku\":\"SKU-00002\",\"detail\":\"No time was left.\"}]}";

        assertThat(seed(1, "--users", "0", "--skus", "2"))
                .isEqualTo("warmpath: PUT /inventory refused 1, the first of them SKU-00002: No time was left. "
                        + "What was loaded stays, and seeding again is safe.\n");
    }

    @Test
    void faultyFieldOfAProblemIsShown() {
        status = 400;
        answer = "{\"title\":\"Bad Request\",\"errors\":[{\"pointer\":\"/items/0/name\",\"detail\":\"is too long\"}]}";

        assertThat(seed(1, "--users", "0", "--skus", "1")).contains("answered 400", "/items/0/name", "is too long");
    }

    @Test
    void answerThatIsNoJsonIsNoneOfThisApi() {
        answer = "<html></html>";

        assertThat(seed(1, "--users", "1"))
                .contains("POST /users/import was answered 200 without JSON")
                .hasLineCount(1);
    }

    @Test
    void portWithoutARunSaysHowToStartOne() throws IOException {
        int port = freePort();

        assertThat(command(1, "seed", "--port", "" + port))
                .contains("nothing answers on port " + port, "./warmpath up --port " + port)
                .hasLineCount(1);
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(command(2, "seed", "--users", "-1")).startsWith("--users is -1, expected 0 to 99999.");
        assertThat(command(2, "seed", "--skus", "100000")).startsWith("--skus is 100000, expected 0 to 99999.");
        assertThat(command(2, "seed", "--url", "https://api.example.com")).startsWith("--url and --token go together");
        assertThat(command(2, "seed", "--url", "api", "--token", "t")).startsWith("--url is no URL of an API");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/stage";
    }

    private String seed(int exitCode, String... options) {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(new String[] {"seed", "--url", url() + "/", "--token", "secret"}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return command(exitCode, arguments);
    }

    private static String command(int exitCode, String... arguments) {
        StringWriter output = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        assertThat(command.execute(arguments)).as(output.toString()).isEqualTo(exitCode);
        return output.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
