package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A batch of changes from one shard of a DynamoDB stream (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using AWS Lambda with Amazon DynamoDB</a>).
 *
 * @param records those of one item in the order in which they were made
 */
public record StreamEvent(List<StreamRecord> records) {
    /** @throws IOException if it cannot be read or is no such event */
    public static StreamEvent read(InputStream event) throws IOException {
        return of(Json.read(event));
    }

    static StreamEvent of(Map<String, Object> event) throws IOException {
        if (!(event.get("Records") instanceof List<?> records)) {
            throw new IOException("The event of a stream must have Records, but has " + event.keySet());
        }
        try {
            return new StreamEvent(records.stream().map(StreamRecord::of).toList());
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IOException("A record of the event is not what a DynamoDB stream has", e);
        }
    }
}
