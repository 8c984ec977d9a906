package dev.warmpath.local.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.template.QueueSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The event that Lambda makes of a batch.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with Amazon SQS</a>
 */
record QueueEvent(List<Message> messages, byte[] json) {
    /** 6 MB, of which the largest batch takes no more. */
    private static final int MOST_BYTES = 6 * 1024 * 1024;

    private static final String HEAD = "{\"Records\":[";
    private static final String TAIL = "]}";

    /** One event, or several where one would be larger than Lambda takes; none for an empty batch. */
    static List<QueueEvent> of(QueueSpec queue, List<Message> batch) {
        return of(queue, batch, MOST_BYTES);
    }

    static List<QueueEvent> of(QueueSpec queue, List<Message> batch, int mostBytes) {
        List<QueueEvent> events = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (Message message : batch) {
            byte[] record = json(record(queue, message));
            if (!messages.isEmpty() && size(records, record) > mostBytes) {
                events.add(event(messages, records));
                messages = new ArrayList<>();
                records.reset();
            }
            if (!messages.isEmpty()) {
                records.write(',');
            }
            messages.add(message);
            records.writeBytes(record);
        }
        if (!messages.isEmpty()) {
            events.add(event(messages, records));
        }
        return events;
    }

    private static int size(ByteArrayOutputStream records, byte[] further) {
        return HEAD.length() + records.size() + 1 + further.length + TAIL.length();
    }

    private static QueueEvent event(List<Message> messages, ByteArrayOutputStream records) {
        String json = HEAD + records.toString(StandardCharsets.UTF_8) + TAIL;
        return new QueueEvent(List.copyOf(messages), json.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Object> record(QueueSpec queue, Message message) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        record.put("attributes", message.attributesAsStrings());
        record.put("messageAttributes", messageAttributes(message));
        if (message.md5OfMessageAttributes() != null) {
            record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
        }
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queue.arn());
        record.put("awsRegion", queue.arn().split(":")[3]);
        return record;
    }

    private static Map<String, Object> messageAttributes(Message message) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static Map<String, Object> attribute(MessageAttributeValue value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        if (value.stringValue() != null) {
            attribute.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            attribute.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        }
        attribute.put("stringListValues", List.of());
        attribute.put("binaryListValues", List.of());
        attribute.put("dataType", value.dataType());
        return attribute;
    }

    private static byte[] json(Map<String, Object> record) {
        try {
            return JSON.std.asBytes(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
