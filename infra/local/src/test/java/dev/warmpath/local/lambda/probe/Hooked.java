package dev.warmpath.local.lambda.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Core;
import org.crac.Resource;

/** Records the order of its hooks, and holds state that must be new after a restore. */
public final class Hooked implements RequestStreamHandler {
    private static final List<String> EVENTS = new CopyOnWriteArrayList<>(List.of("init"));
    private static final Hook FIRST = new Hook("first");
    private static final Hook SECOND = new Hook("second");
    private static volatile String state = "stale";

    static {
        Core.getGlobalContext().register(FIRST);
        Core.getGlobalContext().register(SECOND);
    }

    private record Hook(String name) implements Resource {
        @Override
        public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
            EVENTS.add("checkpoint " + name);
            state = "checkpointed";
        }

        @Override
        public void afterRestore(org.crac.Context<? extends Resource> context) {
            EVENTS.add("restore " + name);
            state = UUID.randomUUID().toString();
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        String answer = switch (event) {
            case "\"credentials\"" -> credentials(System.getenv("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
            case "\"wrong credentials\"" -> credentials("wrong");
            case "\"state\"" -> state;
            case "\"pid\"" -> Long.toString(ProcessHandle.current().pid());
            default -> String.join(", ", EVENTS);
        };
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String credentials(String token) throws IOException {
        URI endpoint = URI.create(System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
        HttpRequest request =
                HttpRequest.newBuilder(endpoint).header("Authorization", token).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
