package dev.warmpath.local;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of orders of a run, past its functions. */
final class OrderMessages implements AutoCloseable {
    private static final String URL = "http://sqs.us-east-1.localhost/000000000000/";
    private static final List<QueueAttributeName> MESSAGES = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient client;

    private OrderMessages(SqsClient client) {
        this.client = client;
    }

    static OrderMessages of(LocalRun run) {
        return new OrderMessages(Stores.sqs(run));
    }

    void send(String body) {
        client.sendMessage(request -> request.queueUrl(URL + "OrdersQueue").messageBody(body));
    }

    /** Whether there is no message, nor one with a worker. */
    boolean isEmpty() {
        return count("OrdersQueue") == 0;
    }

    int deadLetters() {
        return count("OrdersDeadLetterQueue");
    }

    void dropDeadLetters() {
        client.purgeQueue(request -> request.queueUrl(URL + "OrdersDeadLetterQueue"));
    }

    private int count(String queue) {
        return client
                .getQueueAttributes(request -> request.queueUrl(URL + queue).attributeNames(MESSAGES))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** The message that the workers get of an order, by its row. */
    static String message(Map<String, AttributeValue> row) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schema", 1);
        body.put("userId", row.get("pk").s().substring("USER#".length()));
        body.put("orderId", row.get("sk").s().substring("ORDER#".length()));
        body.put("lines", row.get("lines").l().stream().map(OrderMessages::line).toList());
        for (String name : List.of("bodyHash", "correlationId", "placedAt")) {
            body.put(name, row.get(name).s());
        }
        return json(body);
    }

    private static Map<String, Object> line(AttributeValue line) {
        return Map.of(
                "sku",
                line.m().get("sku").s(),
                "quantity",
                Integer.valueOf(line.m().get("quantity").n()));
    }

    /** The event of a batch of messages, as the queue gives it to its function. */
    static String event(List<String> bodies) {
        List<String> records = new ArrayList<>();
        IntStream.range(0, bodies.size()).forEach(number -> records.add(record(number, bodies.get(number))));
        return records.stream().collect(joining(",", "{\"Records\":[", "]}"));
    }

    private static String record(int number, String body) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("messageId", "message-" + number);
        record.put("receiptHandle", "receipt-" + number);
        record.put("body", body);
        record.put("attributes", Map.of("ApproximateReceiveCount", "1", "SentTimestamp", "1795169730120"));
        record.put("messageAttributes", Map.of());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:OrdersQueue");
        record.put("awsRegion", "us-east-1");
        return json(record);
    }

    private static String json(Map<String, Object> object) {
        try {
            return JSON.std.asString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
