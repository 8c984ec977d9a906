package dev.warmpath.local.seed;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The routes of the API with which an administrator loads data. */
public final class AdminApi implements AutoCloseable {
    /** Above the 30 s after which an HTTP API gives up. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final String url;
    private final String token;

    /** @param url of the API, with the path of its stage where it has one */
    public AdminApi(URI url, String token) {
        this.url = url.toString().replaceFirst("/+$", "");
        this.token = token;
    }

    /**
     * Imports users, 1,000 at most.
     *
     * @throws SeedException if the API does not store all of them
     */
    public void importUsers(List<Map<String, Object>> users) throws InterruptedException {
        store("POST", "/users/import", Map.of("users", users), "userId");
    }

    /**
     * Puts products and their stock, 1,000 at most.
     *
     * @throws SeedException if the API does not store all of them
     */
    public void putInventory(List<Map<String, Object>> items) throws InterruptedException {
        store("PUT", "/inventory", Map.of("items", items), "sku");
    }

    private void store(String method, String path, Map<String, Object> body, String id) throws InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        String call = method + " " + path;
        Map<String, Object> json = json(call, answer);
        if (answer.statusCode() != 200) {
            throw refused(call, answer, json);
        }
        if (json.get("failed") instanceof List<?> failed && !failed.isEmpty()) {
            throw partly(call, failed, id);
        }
    }

    private HttpResponse<String> send(String method, String path, Map<String, Object> body)
            throws InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(LIMIT)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofByteArray(JSON.std.asBytes(body)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SeedException(
                    "nothing answers at " + url + " (" + e.getClass().getSimpleName()
                            + "); expected the URL of a running API.",
                    e);
        }
    }

    private static Map<String, Object> json(String call, HttpResponse<String> answer) {
        try {
            return JSON.std.mapFrom(answer.body());
        } catch (IOException e) {
            throw new SeedException(
                    call + " was answered " + answer.statusCode()
                            + " without JSON; expected the URL of this API, with the path of its stage.",
                    e);
        }
    }

    private static SeedException refused(String call, HttpResponse<String> answer, Map<String, Object> json) {
        Object reason = json.getOrDefault("errors", json.getOrDefault("detail", json.get("message")));
        String hint = switch (answer.statusCode()) {
            case 401, 403 -> "; expected a token that is valid and has the scope admin";
            case 404 -> "; expected an API that has this route";
            default -> "; what was loaded stays, and seeding again is safe";
        };
        return new SeedException(call + " was answered " + answer.statusCode() + ": " + reason + hint + ".");
    }

    private static SeedException partly(String call, List<?> failed, String id) {
        Map<?, ?> first = (Map<?, ?>) failed.getFirst();
        return new SeedException(call + " refused " + failed.size() + ", the first of them " + first.get(id) + ": "
                + first.get("detail") + " What was loaded stays, and seeding again is safe.");
    }

    @Override
    public void close() {
        http.close();
    }
}
