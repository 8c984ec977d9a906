package dev.warmpath.local;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.OrderBooks.Row;
import dev.warmpath.local.sqs.SqsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of orders in a run, reached past the functions and the front door. */
final class OrdersQueue implements AutoCloseable {
    private static final List<QueueAttributeName> WAITING = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    private static final int MOST_AT_ONCE = 10;

    private final SqsClient sqs;

    private OrdersQueue(SqsClient sqs) {
        this.sqs = sqs;
    }

    static OrdersQueue of(LocalRun run) {
        Map<String, Object> endpoints =
                Api.json(Api.ofAnotherTemplate(run.url()).get("/_warmpath/endpoints"));
        return new OrdersQueue(SqsClients.at(URI.create((String) endpoints.get("sqs")), "us-east-1"));
    }

    /** A message like the one that the order's own request has sent. */
    static String message(Row order) {
        return message(order, order.lines(), order.bodyHash());
    }

    /** A message that a request with the order's key and other lines has sent. */
    static String messageOfOthers(Row order, List<Line> others) {
        return message(order, others, hashOf(others));
    }

    private static String hashOf(List<Line> lines) {
        String text =
                lines.stream().map(line -> line.sku() + " " + line.quantity()).collect(joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    private static String message(Row order, List<Line> lines, String bodyHash) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schema", 1);
        body.put("userId", order.userId());
        body.put("orderId", order.orderId());
        body.put(
                "lines",
                lines.stream()
                        .map(line -> Map.of("sku", line.sku(), "quantity", line.quantity()))
                        .toList());
        body.put("bodyHash", bodyHash);
        body.put("correlationId", order.correlationId());
        body.put("placedAt", order.placedAt());
        try {
            return JSON.std.asString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String message, int delaySeconds) {
        sqs.sendMessage(
                send -> send.queueUrl(url("OrdersQueue")).messageBody(message).delaySeconds(delaySeconds));
    }

    /** Whether no message waits for a worker; one that came before its row may be put off still. */
    boolean isIdle() {
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url("OrdersQueue")).attributeNames(WAITING))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    /** Takes all messages that were given up, and tells what is in them. */
    List<String> takeDead(String queue) {
        List<Message> dead = sqs.receiveMessage(
                        receive -> receive.queueUrl(url(queue)).maxNumberOfMessages(MOST_AT_ONCE))
                .messages();
        List<String> bodies = new ArrayList<>();
        while (!dead.isEmpty()) {
            dead.forEach(message -> bodies.add(message.body()));
            dead.forEach(message ->
                    sqs.deleteMessage(delete -> delete.queueUrl(url(queue)).receiptHandle(message.receiptHandle())));
            dead = sqs.receiveMessage(receive -> receive.queueUrl(url(queue)).maxNumberOfMessages(MOST_AT_ONCE))
                    .messages();
        }
        return bodies;
    }

    private String url(String logicalId) {
        return sqs.listQueues().queueUrls().stream()
                .filter(url -> url.endsWith(logicalId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
