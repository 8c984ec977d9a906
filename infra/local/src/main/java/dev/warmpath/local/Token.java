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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints an access token that a running API accepts, and nothing else, so that it fits into {@code $(…)}. */
@Command(name = "token", description = "Prints an access token for a running API.", mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {
    static final String DEFAULT_SUB = "demo";

    /** What sign-in gives every user. */
    static final String DEFAULT_SCOPE = "users:read users:write orders:read orders:write";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Mixin
    private PortOption port;

    @Option(
            names = "--sub",
            paramLabel = "ID",
            defaultValue = DEFAULT_SUB,
            description = "The caller's user id (default ${DEFAULT-VALUE}).")
    private String sub;

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            defaultValue = DEFAULT_SCOPE,
            description = "Scopes separated by spaces; the default is what sign-in gives a user: \"${DEFAULT-VALUE}\". "
                    + "The other one is admin.")
    private String scope;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        command.commandLine().getOut().println(accessToken(ask()));
        return 0;
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        String body = JSON.std.asString(Map.of("sub", sub, "scope", scope));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.number() + Gateway.RESERVED_PATHS + "token"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new UserException(
                    "nothing answers on port %1$d: start the API with ./warmpath up --port %1$d, or name the port of a running one with --port."
                            .formatted(port.number()),
                    e);
        }
    }

    private String accessToken(HttpResponse<String> response) throws IOException {
        Map<String, Object> answer = JSON.std.mapFrom(response.body());
        if (answer.get("access_token") instanceof String token) {
            return token;
        }
        throw new UserException("no token: " + answer.getOrDefault("detail", response.body()));
    }
}
