package dev.warmpath.function;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a table keeps values of one kind, each by an id. */
public interface Rows<V> {
    /** Key of the row of a value. */
    Map<String, AttributeValue> key(String id);

    V value(Map<String, AttributeValue> row);

    String id(V value);

    /** Grows with each change of a value. */
    long version(V value);
}
