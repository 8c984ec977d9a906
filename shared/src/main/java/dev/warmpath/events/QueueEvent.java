package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Lambda sends a function whose event source is a queue. */
public final class QueueEvent {
    private QueueEvent() {}

    /**
     * Reads the records of an event.
     *
     * @throws IOException if it is no event of a queue; none of its records can be named then, so the whole batch has to fail
     */
    public static List<QueueRecord> records(InputStream event) throws IOException {
        if (!(Json.read(event).get("Records") instanceof List<?> elements)) {
            throw new IOException("Not an event of a queue: it has no list of Records");
        }
        List<QueueRecord> records = new ArrayList<>();
        for (Object element : elements) {
            records.add(record(Json.fields(element)));
        }
        return records;
    }

    private static QueueRecord record(Map<String, Object> fields) throws IOException {
        Map<String, Object> attributes = Json.fields(fields.get("attributes"));
        return new QueueRecord(
                text(fields, "messageId"),
                text(fields, "receiptHandle"),
                text(fields, "body"),
                Math.toIntExact(number(attributes, "ApproximateReceiveCount")),
                Instant.ofEpochMilli(number(attributes, "SentTimestamp")));
    }

    /** All attributes are text, also those that are numbers. */
    private static long number(Map<String, Object> fields, String name) throws IOException {
        try {
            return Long.parseLong(text(fields, name));
        } catch (NumberFormatException e) {
            throw new IOException("Not an event of a queue: " + name + " of a record is no number", e);
        }
    }

    private static String text(Map<String, Object> fields, String name) throws IOException {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("Not an event of a queue: a record has no " + name);
    }
}
