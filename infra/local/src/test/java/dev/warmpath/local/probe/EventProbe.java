package dev.warmpath.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes its event to its log and returns it; puts an item where the event asks for it, and fails where the event or the environment does. */
public final class EventProbe implements RequestStreamHandler {
    private static final Pattern KEY = Pattern.compile("\"put\": *\"([^\"]+)\"");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(context.getFunctionName() + " got " + event);
        if (event.contains("\"fail\"") || System.getenv("FAILS") != null) {
            throw new IllegalStateException("it was asked to");
        }
        if (event.contains("\"put\"")) {
            Matcher key = KEY.matcher(event);
            put(key.find() ? key.group(1) : "ada");
        }
        output.write(("{\"got\":" + event + "}").getBytes(StandardCharsets.UTF_8));
    }

    /** Without an SDK, which no layer brings here; DynamoDB Local checks no signature. */
    private static void put(String key) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL_DYNAMODB") + "/"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.PutItem")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, "
                                + "SignedHeaders=host, Signature=none")
                .POST(BodyPublishers.ofString(
                        "{\"TableName\": \"Items\", \"Item\": {\"pk\": {\"S\": \"" + key + "\"}}}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
