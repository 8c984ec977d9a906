package dev.warmpath.local.probe;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends a message for each HTTP request, and does what the messages of a queue tell it to. */
public final class QueueProbe implements RequestStreamHandler {
    private static final Pattern RECORD = Pattern.compile("\"messageId\":\"([^\"]*)\".*?\"body\":\"([^\"]*)\"");
    private static final Pattern PARAMETER = Pattern.compile("\"pathParameters\":\\{\"body\":\"([^\"]*)\"");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        Matcher parameter = PARAMETER.matcher(event);
        String answer = parameter.find() ? send(parameter.group(1)) : consume(event);
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String consume(String event) {
        String failed = RECORD.matcher(event)
                .results()
                .filter(record -> !isDone(record.group(2)))
                .map(QueueProbe::failure)
                .collect(Collectors.joining(","));
        return "{\"batchItemFailures\":[" + failed + "]}";
    }

    private static String failure(MatchResult record) {
        return "{\"itemIdentifier\":\"" + record.group(1) + "\"}";
    }

    private static boolean isDone(String body) {
        System.out.println("took " + body + " in " + ProcessHandle.current().pid());
        if (body.equals("hang-once")) {
            hangOnce();
        }
        return !body.equals("poison") || Files.exists(folder().resolve("antidote"));
    }

    private static void hangOnce() {
        try {
            if (Files.notExists(folder().resolve("hung"))) {
                Files.createFile(folder().resolve("hung"));
                System.out.println("hangs in " + ProcessHandle.current().pid());
                new CountDownLatch(1).await();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path folder() {
        return Path.of(System.getenv("PROBE_FOLDER"));
    }

    /** As the SDK would: to the endpoint that it is set to, naming the queue by its URL. */
    private static String send(String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL_SQS")))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.SendMessage")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"QueueUrl\":\"" + System.getenv("QUEUE_URL") + "\",\"MessageBody\":\"" + body + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return "{\"statusCode\":"
                    + http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() + "}";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
