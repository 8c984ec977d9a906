package dev.warmpath.items;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and values of a request's expressions, collected while these are written. */
public record Terms(Map<String, String> names, Map<String, AttributeValue> values) {
    public Terms() {
        this(new HashMap<>(), new HashMap<>());
    }

    /** The placeholder of an attribute's name, which may be a word that DynamoDB has reserved. */
    public String name(String attribute) {
        String placeholder = "#" + attribute;
        names.put(placeholder, attribute);
        return placeholder;
    }

    public String number(long number) {
        return value(AttributeValue.fromN(Long.toString(number)));
    }

    public String text(String text) {
        return value(AttributeValue.fromS(text));
    }

    public String value(AttributeValue value) {
        String placeholder = ":" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}
