package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items of DynamoDB as events have them: each value is an object of one field, which names its type (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html">AttributeValue</a>).
 */
final class AttributeValues {
    private AttributeValues() {}

    /**
     * An item, or a part of one.
     *
     * @throws IllegalArgumentException if a value is of no type that there is
     * @throws ClassCastException if a value is not of the type that its name says
     */
    static Map<String, AttributeValue> item(Object json) {
        Map<String, AttributeValue> item = new HashMap<>();
        Json.fields(json).forEach((name, value) -> item.put(name, value(value)));
        return item;
    }

    private static AttributeValue value(Object json) {
        Map<String, Object> typed = Json.fields(json);
        if (typed.size() != 1) {
            throw new IllegalArgumentException(
                    "An attribute's value must have one type, but has the types " + typed.keySet());
        }
        String type = typed.keySet().iterator().next();
        return value(type, typed.get(type));
    }

    private static AttributeValue value(String type, Object value) {
        return switch (type) {
            case "S" -> AttributeValue.fromS((String) value);
            case "N" -> AttributeValue.fromN((String) value);
            case "B" -> AttributeValue.fromB(bytes(value));
            case "BOOL" -> AttributeValue.fromBool((Boolean) value);
            case "NULL" -> AttributeValue.fromNul((Boolean) value);
            case "M" -> AttributeValue.fromM(item(value));
            case "L" ->
                AttributeValue.fromL(elements(value).map(AttributeValues::value).toList());
            case "SS" -> AttributeValue.fromSs(texts(value));
            case "NS" -> AttributeValue.fromNs(texts(value));
            case "BS" ->
                AttributeValue.fromBs(
                        elements(value).map(AttributeValues::bytes).toList());
            default ->
                throw new IllegalArgumentException(
                        "An attribute's type must be S, N, B, BOOL, NULL, M, L, SS, NS or BS, but is " + type);
        };
    }

    private static Stream<?> elements(Object array) {
        return ((Collection<?>) array).stream();
    }

    private static List<String> texts(Object array) {
        return elements(array).map(String.class::cast).toList();
    }

    private static SdkBytes bytes(Object base64) {
        return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode((String) base64));
    }
}
