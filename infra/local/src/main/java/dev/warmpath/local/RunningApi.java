package dev.warmpath.local;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.http.Gateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The reserved paths of an API that another process runs on this machine. */
record RunningApi(int port) {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration TOKEN_LIMIT = Duration.ofSeconds(10);

    /**
     * Posts JSON.
     *
     * @param path behind the reserved prefix
     * @param limit for the whole answer
     * @throws UserException if nothing listens there
     */
    HttpResponse<String> post(String path, byte[] json, Duration limit) throws IOException, InterruptedException {
        return send(request(path, limit)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build());
    }

    /**
     * An access token of the local issuer.
     *
     * @throws UserException if nothing listens there, or the issuer refuses
     */
    String token(String sub, String scope) throws IOException, InterruptedException {
        byte[] request = JSON.std.asBytes(Map.of("sub", sub, "scope", scope));
        String body = post("token", request, TOKEN_LIMIT).body();
        Map<String, Object> answer = JSON.std.mapFrom(body);
        if (answer.get("access_token") instanceof String token) {
            return token;
        }
        throw new UserException("no token: " + answer.getOrDefault("detail", body));
    }

    /**
     * Asks.
     *
     * @param path behind the reserved prefix
     * @param limit for the whole answer
     * @throws UserException if nothing listens there
     */
    HttpResponse<String> get(String path, Duration limit) throws IOException, InterruptedException {
        return send(request(path, limit).build());
    }

    private HttpRequest.Builder request(String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Gateway.RESERVED_PATHS + path))
                .timeout(limit);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new UserException(
                    "nothing answers on port %1$d: start the API with ./warmpath up --port %1$d, or name the port of a running one with --port."
                            .formatted(port),
                    e);
        }
    }
}
