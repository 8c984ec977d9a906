package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One change of an item, as a DynamoDB stream tells it (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">Record</a>).
 *
 * @param eventId the same whenever this change is delivered
 * @param keys of the item
 * @param oldImage the item before the change, if it was there and the stream has old images
 * @param newImage the item after the change, if it still is there and the stream has new images
 * @param sequenceNumber places it among the records of its shard, and names it in a {@link PartialBatchResponse}
 * @param createdAt about when the change was made, in whole seconds
 * @param eventSourceArn of the stream
 */
public record StreamRecord(
        String eventId,
        Change change,
        Map<String, AttributeValue> keys,
        Optional<Map<String, AttributeValue>> oldImage,
        Optional<Map<String, AttributeValue>> newImage,
        String sequenceNumber,
        Optional<Instant> createdAt,
        String eventSourceArn) {

    /** What became of the item. */
    public enum Change {
        INSERT,
        MODIFY,
        REMOVE
    }

    /**
     * Reads one of an event's records.
     *
     * @throws IllegalArgumentException if a field is missing or has no value of its kind
     * @throws ClassCastException if a field is not of its type
     */
    static StreamRecord of(Object json) {
        Map<String, Object> fields = Json.fields(json);
        Map<String, Object> change = Json.fields(fields.get("dynamodb"));
        return new StreamRecord(
                EventFields.text(fields, "eventID"),
                Change.valueOf(EventFields.text(fields, "eventName")),
                AttributeValues.item(change.get("Keys")),
                image(change.get("OldImage")),
                image(change.get("NewImage")),
                EventFields.text(change, "SequenceNumber"),
                Optional.ofNullable((Number) change.get("ApproximateCreationDateTime"))
                        .map(seconds -> Instant.ofEpochSecond(seconds.longValue())),
                EventFields.text(fields, "eventSourceARN"));
    }

    private static Optional<Map<String, AttributeValue>> image(Object json) {
        return Optional.ofNullable(json).map(AttributeValues::item);
    }
}
