package dev.warmpath.local;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.contract.Contract;
import dev.warmpath.local.contract.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls an API over HTTP as one caller. */
final class Api {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Contract API = Contract.read(TestRuns.PROJECT.resolve("docs/openapi.yaml"));

    private final URI url;
    private final Map<String, String> headers;
    private final Optional<Contract> contract;

    private Api(URI url, Map<String, String> headers, Optional<Contract> contract) {
        this.url = url;
        this.headers = headers;
        this.contract = contract;
    }

    /** The API of the repository's template or of its naive twin: each answer is held to the contract. */
    static Api at(URI url) {
        return new Api(url, Map.of(), Optional.of(API));
    }

    /** The API of another template. */
    static Api ofAnotherTemplate(URI url) {
        return new Api(url, Map.of(), Optional.empty());
    }

    Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Api with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Api(url, more, contract);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** A merge patch of a certain version. */
    HttpResponse<String> patch(String path, String ifMatch, String body) {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = send(request);
        contract.ifPresent(held -> held.check(Exchange.of(request, response)));
        return response;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling the API", e);
        }
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(40));
        headers.forEach(request::header);
        return request;
    }

    static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("etag").orElseThrow();
    }

    static Map<String, Object> json(HttpResponse<String> response) {
        try {
            return JSON.std.mapFrom(response.body());
        } catch (IOException e) {
            throw new AssertionError("not a JSON object: " + response.body(), e);
        }
    }
}
