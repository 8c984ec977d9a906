package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A batch of changes from one shard of a DynamoDB stream that were made within one tumbling window, or the end of that window
 * (<a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">Implementing stateful DynamoDB stream
 * processing in Lambda</a>). At least once: some records may come twice.
 *
 * @param records none at the end of the window
 * @param start of the window
 * @param end of the window, and start of the next one
 * @param state what the function answered last for this window of this shard; empty for the first time
 * @param last whether this is the end of the window: what was counted should be put somewhere now
 * @param terminatedEarly whether the window ends before its time, since its state is over 1 MB or its shard has ended
 */
public record WindowEvent(
        List<StreamRecord> records,
        Instant start,
        Instant end,
        Map<String, Object> state,
        boolean last,
        boolean terminatedEarly,
        String shardId) {

    /** @throws IOException if it cannot be read or is no such event */
    public static WindowEvent read(InputStream in) throws IOException {
        Map<String, Object> event = Json.read(in);
        Map<String, Object> window = Json.fields(event.get("window"));
        try {
            return new WindowEvent(
                    StreamEvent.of(event).records(),
                    Instant.parse(EventFields.text(window, "start")),
                    Instant.parse(EventFields.text(window, "end")),
                    Json.fields(event.get("state")),
                    Boolean.TRUE.equals(event.get("isFinalInvokeForWindow")),
                    Boolean.TRUE.equals(event.get("isWindowTerminatedEarly")),
                    EventFields.text(event, "shardId"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("The event is not what a mapping with a tumbling window sends", e);
        }
    }
}
