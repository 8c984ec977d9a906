package dev.warmpath.local.streams;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Turns the records of the streams API into those of Lambda's events.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using AWS Lambda with Amazon DynamoDB</a>
 * @param region that events name, since DynamoDB Local has none
 * @param partitionKey name of the table's partition key
 */
record RecordReader(String streamArn, String region, String partitionKey) {
    StreamRecord read(Record found) {
        var change = found.dynamodb();
        return new StreamRecord(
                change.sequenceNumber(),
                change.approximateCreationDateTime(),
                String.valueOf(change.keys().get(partitionKey)),
                json(event(found)));
    }

    private Map<String, Object> event(Record found) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventID", found.eventID());
        event.put("eventName", found.eventNameAsString());
        event.put("eventVersion", found.eventVersion());
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", region);
        event.put("dynamodb", change(found.dynamodb()));
        if (found.userIdentity() != null) {
            event.put(
                    "userIdentity",
                    Map.of(
                            "type", found.userIdentity().type(),
                            "principalId", found.userIdentity().principalId()));
        }
        event.put("eventSourceARN", streamArn);
        return event;
    }

    private static Map<String, Object> change(software.amazon.awssdk.services.dynamodb.model.StreamRecord change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        fields.put("Keys", item(change.keys()));
        if (change.hasNewImage()) {
            fields.put("NewImage", item(change.newImage()));
        }
        if (change.hasOldImage()) {
            fields.put("OldImage", item(change.oldImage()));
        }
        fields.put("SequenceNumber", change.sequenceNumber());
        fields.put("SizeBytes", change.sizeBytes());
        fields.put("StreamViewType", change.streamViewTypeAsString());
        return fields;
    }

    private static Map<String, Object> item(Map<String, AttributeValue> attributes) {
        Map<String, Object> item = new LinkedHashMap<>();
        attributes.forEach((name, value) -> item.put(name, typed(value)));
        return item;
    }

    private static Map<String, Object> typed(AttributeValue value) {
        String type =
                value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
        return Map.of(type, value(value));
    }

    private static Object value(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> value.b().asByteArray();
            case BOOL -> value.bool();
            case NUL -> true;
            case SS -> value.ss();
            case NS -> value.ns();
            case BS -> value.bs().stream().map(bytes -> bytes.asByteArray()).toList();
            case L -> value.l().stream().map(RecordReader::typed).toList();
            case M -> item(value.m());
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("There is no type for " + value + ".");
        };
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.std.asString(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
