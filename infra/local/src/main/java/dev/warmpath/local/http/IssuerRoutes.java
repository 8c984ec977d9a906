package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.issuer.AccessToken;
import dev.warmpath.local.issuer.InvalidTokenRequestException;
import dev.warmpath.local.issuer.LocalIssuer;
import dev.warmpath.local.issuer.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the local issuer serves under {@code /_warmpath/}, and where the engines answer. */
final class IssuerRoutes {
    /** First path segment, which is kept from the API's own routes. */
    static final String PREFIX = "_warmpath";

    static final String ISSUER_PATH = "/" + PREFIX + "/issuer";

    private static final Pattern LOOPBACK = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    private final LocalIssuer issuer;
    private final Map<String, String> endpoints;

    /** @param endpoints of the engines, by service */
    IssuerRoutes(LocalIssuer issuer, Map<String, String> endpoints) {
        this.issuer = issuer;
        this.endpoints = endpoints;
    }

    Answer answer(ApiRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET " + ISSUER_PATH + "/.well-known/openid-configuration" ->
                Answer.of(200, "application/json", issuer.discoveryDocument());
            case "GET " + ISSUER_PATH + "/jwks.json" -> Answer.of(200, "application/json", issuer.keySet());
            case "POST /" + PREFIX + "/token" -> token(request);
            case "GET /" + PREFIX + "/endpoints" -> Answer.of(200, "application/json", bytes(endpoints));
            default -> problem(404, "Not Found", "The gateway has no " + request.method() + " " + request.path() + ".");
        };
    }

    private Answer token(ApiRequest request) {
        if (comesFromAPage(request)) {
            return problem(403, "Forbidden", "Tokens are issued to programs on this machine, not to web pages.");
        }
        try {
            return token(issuer.issue(TokenRequest.of(fields(request))));
        } catch (InvalidTokenRequestException e) {
            return problem(400, "Bad Request", e.getMessage());
        }
    }

    /** A page's requests carry its origin; a name that was rebound to this machine shows as a foreign host. */
    private static boolean comesFromAPage(ApiRequest request) {
        return request.header("origin").isPresent()
                || !LOOPBACK.matcher(request.header("host").orElse("")).matches();
    }

    private static Map<String, ?> fields(ApiRequest request) throws InvalidTokenRequestException {
        String type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "application/json" -> json(request.body());
            case "application/x-www-form-urlencoded" ->
                PercentEncoding.parameters(new String(request.body(), StandardCharsets.UTF_8));
            default ->
                throw new InvalidTokenRequestException(
                        "A token request is a form (application/x-www-form-urlencoded) or application/json.");
        };
    }

    private static Map<String, ?> json(byte[] body) throws InvalidTokenRequestException {
        try {
            if (JSON.std.anyFrom(body) instanceof Map<?, ?> object) {
                return textKeys(object);
            }
        } catch (IOException e) {
            throw new InvalidTokenRequestException("The body is not valid JSON.");
        }
        throw new InvalidTokenRequestException("The body must be a JSON object such as {\"sub\": \"alice\"}.");
    }

    private static Map<String, ?> textKeys(Map<?, ?> object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }

    private static Answer token(AccessToken token) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("access_token", token.value());
        fields.put("token_type", "Bearer");
        fields.put("expires_in", token.lifetime().toSeconds());
        fields.put("scope", token.scope());
        return Answer.of(200, "application/json", bytes(fields)).with("cache-control", "no-store");
    }

    private static Answer problem(int status, String title, String detail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("status", status);
        fields.put("detail", detail);
        return Answer.of(status, "application/problem+json", bytes(fields));
    }

    private static byte[] bytes(Map<String, ?> fields) {
        try {
            return JSON.std.asBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
