package dev.warmpath.orders.data;

import dev.warmpath.items.Timestamps;
import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * What the workers are told of an order. It has the lines, so that a batch of messages needs no read of its orders, and the
 * hash that the row must have for them to be its lines.
 *
 * <p>The body names the version of its form: while a deployment goes on, messages of the version before are still in the queue.
 */
public record OrderMessage(
        OrderKey key, List<OrderLine> lines, String bodyHash, String correlationId, Instant placedAt) {
    private static final int SCHEMA = 1;

    /** What SQS takes as a group ("Amazon SQS message quotas"). */
    private static final Pattern GROUP = Pattern.compile("[!-~]{1,128}");

    public static OrderMessage of(Order order) {
        return new OrderMessage(order.key(), order.lines(), order.bodyHash(), order.correlationId(), order.placedAt());
    }

    /** The body of the message. */
    public String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schema", SCHEMA);
        body.put("userId", key.userId());
        body.put("orderId", key.orderId());
        body.put("lines", lines.stream().map(OrderLine::toJson).toList());
        body.put("bodyHash", bodyHash);
        body.put("correlationId", correlationId);
        body.put("placedAt", Timestamps.text(placedAt));
        return Json.write(body);
    }

    /**
     * The group of the message: its customer, so that one with many orders does not hold up the others' (<a
     * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html">"Amazon SQS fair
     * queues"</a>).
     */
    public String group() {
        // Subjects that SQS takes no group of share one.
        return GROUP.matcher(key.userId()).matches() ? key.userId() : "other";
    }

    /** The messages of orders, as a batch sends them. */
    public static List<SendMessageBatchRequestEntry> entries(List<Order> orders) {
        return IntStream.range(0, orders.size())
                .mapToObj(i -> of(orders.get(i)).entry(Integer.toString(i)))
                .toList();
    }

    /**
     * As a part of a batch.
     *
     * @param id that it alone has there
     */
    public SendMessageBatchRequestEntry entry(String id) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(body())
                .messageGroupId(group())
                .build();
    }

    /**
     * Reads the body of a message.
     *
     * @throws IOException if it is none of this form, so that no attempt to process it can succeed
     */
    public static OrderMessage read(String body) throws IOException {
        Map<String, Object> fields = Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        requireKnown(fields.get("schema"));
        return new OrderMessage(
                new OrderKey(text(fields, "userId"), text(fields, "orderId")),
                lines(fields.get("lines")),
                text(fields, "bodyHash"),
                text(fields, "correlationId"),
                instant(text(fields, "placedAt")));
    }

    private static void requireKnown(Object schema) throws IOException {
        if (!Integer.valueOf(SCHEMA).equals(schema)) {
            throw new IOException(
                    "The message is of schema " + schema + ", but this version knows " + SCHEMA + " only");
        }
    }

    private static List<OrderLine> lines(Object lines) throws IOException {
        if (!(lines instanceof List<?> elements)) {
            throw new IOException("The message has no lines");
        }
        List<OrderLine> read = new ArrayList<>();
        for (Object element : elements) {
            read.add(line(Json.fields(element)));
        }
        return List.copyOf(read);
    }

    private static OrderLine line(Map<String, Object> fields) throws IOException {
        if (fields.get("quantity") instanceof Integer quantity) {
            return OrderLine.of(text(fields, "sku"), quantity);
        }
        throw new IOException("A line of the message has no quantity");
    }

    private static Instant instant(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("The message has no instant where there must be one", e);
        }
    }

    private static String text(Map<String, Object> fields, String name) throws IOException {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("The message has no " + name);
    }
}
