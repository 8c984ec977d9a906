package dev.warmpath.local.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.elasticmq.ElasticMq;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * An emulator as a process of its own: the engines of a local run behind one port, told apart by the target of the call, until
 * standard input ends.
 */
final class OwnEmulator {
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "X-Amz-Target", "Authorization", "X-Amz-Date", "X-Amz-Security-Token");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI dynamoDb;
    private final URI sqs;

    private OwnEmulator(URI dynamoDb, URI sqs) {
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
    }

    /** Takes the folder {@code infra} of a built tree, and prints the port. */
    public static void main(String[] arguments) throws Exception {
        Path modules = Path.of(arguments[0]);
        try (DynamoDbLocal dynamoDb = DynamoDbLocal.start(modules.resolve("dynamodb-local/target"), Optional.empty());
                ElasticMq sqs = ElasticMq.start(modules.resolve("elasticmq/target"), "us-east-1", "000000000000")) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 100);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", new OwnEmulator(dynamoDb.endpoint(), sqs.endpoint())::handle);
            server.start();
            System.out.println(server.getAddress().getPort());
            System.in.transferTo(System.out);
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = http.send(forwarded(exchange), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest forwarded(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(engine(exchange))
                .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String name : PASSED_ON) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        return request.build();
    }

    private URI engine(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return (target != null && target.startsWith("AmazonSQS.") ? sqs : dynamoDb).resolve("/");
    }
}
