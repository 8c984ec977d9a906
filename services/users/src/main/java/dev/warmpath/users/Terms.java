package dev.warmpath.users;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and values of a request's expressions, collected while these are written. */
record Terms(Map<String, String> names, Map<String, AttributeValue> values) {
    Terms() {
        this(new HashMap<>(), new HashMap<>());
    }

    /** The placeholder of an attribute's name, which may be a word that DynamoDB has reserved. */
    String name(String attribute) {
        String placeholder = "#" + attribute;
        names.put(placeholder, attribute);
        return placeholder;
    }

    String number(long number) {
        return value(AttributeValue.fromN(Long.toString(number)));
    }

    String text(String text) {
        return value(AttributeValue.fromS(text));
    }

    private String value(AttributeValue value) {
        String placeholder = ":" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}
