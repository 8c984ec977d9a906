package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invoker;
import dev.warmpath.local.template.HttpApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A gateway on a free port that records what its functions, its log and its error listener were given. */
final class TestGateway implements AutoCloseable {
    private static final Map<String, Supplier<byte[]>> DIRECT = Map.of(
            "Plain", () -> "{}".getBytes(StandardCharsets.UTF_8),
            "Scheduled", () -> "{\"detail-type\":\"Scheduled Event\"}".getBytes(StandardCharsets.UTF_8));
    static final Controls NO_CONTROLS =
            new Controls(new DirectInvocations(returning("{}"), new TreeMap<>()), Optional.empty(), Map.of());
    static final Invocation.Report REPORT = new Invocation.Report(
            "request",
            "environment",
            Invocation.Start.WARM,
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Optional.empty(),
            512,
            100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
    final BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
    final List<String> functions = new CopyOnWriteArrayList<>();
    final List<String> traceHeaders = new CopyOnWriteArrayList<>();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();
    final Gateway gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestGateway(Duration integrationLimit, InstantSource clock) throws IOException {
        gateway = Gateway.bind(0, new GatewayOptions(integrationLimit, clock, exchanges::add, errors::add));
    }

    static TestGateway start(HttpApi api, Invoker invoker) throws IOException {
        return start(issuer -> api, invoker, Duration.ofSeconds(30), InstantSource.system());
    }

    /** With control of a front door. */
    static TestGateway start(HttpApi api, Invoker invoker, FrontDoor frontDoor) throws IOException {
        TestGateway test = new TestGateway(Duration.ofSeconds(30), InstantSource.system());
        test.gateway.serve(
                api, test.recording(invoker), new Controls(NO_CONTROLS.direct(), Optional.of(frontDoor), Map.of()));
        return test;
    }

    static TestGateway start(
            Function<String, HttpApi> apiOfIssuer, Invoker invoker, Duration integrationLimit, InstantSource clock)
            throws IOException {
        TestGateway test = new TestGateway(integrationLimit, clock);
        test.gateway.serve(
                apiOfIssuer.apply(test.gateway.issuer().url()),
                test.recording(invoker),
                new Controls(
                        new DirectInvocations(test.recording(invoker), new TreeMap<>(DIRECT)),
                        Optional.empty(),
                        Map.of("sqs", "http://127.0.0.1:9324")));
        return test;
    }

    private Invoker recording(Invoker invoker) {
        return (function, traceHeader, event) -> {
            functions.add(function);
            traceHeaders.add(traceHeader);
            events.add(map(event));
            return invoker.invoke(function, traceHeader, event);
        };
    }

    static Invoker returning(String payload) {
        return returning(payload.getBytes(StandardCharsets.UTF_8));
    }

    static Invoker returning(byte[] payload) {
        return ending(new Invocation.Result.Success(payload));
    }

    static Invoker ending(Invocation.Result result) {
        return (function, traceHeader, event) -> new Invocation(result, REPORT);
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(gateway.uri() + pathAndQuery)).timeout(PATIENCE);
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(pathAndQuery);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
        return send(request(path).header("content-type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends bytes as they are and reads until the gateway closes the connection. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    Exchange nextExchange() throws InterruptedException {
        return Optional.ofNullable(exchanges.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow();
    }

    Map<String, Object> nextEvent() throws InterruptedException {
        return Optional.ofNullable(events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow();
    }

    String token(String form) throws IOException, InterruptedException {
        HttpResponse<String> response = post("/_warmpath/token", "application/x-www-form-urlencoded", form);
        return (String) map(response.body().getBytes(StandardCharsets.UTF_8)).get("access_token");
    }

    static Map<String, Object> map(byte[] json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> map(String json) {
        return map(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.shutdownNow();
        gateway.close();
    }
}
