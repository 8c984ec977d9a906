package dev.warmpath.batch;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table, as far as batches must know it.
 *
 * @param keyNames the attributes of its primary key
 */
public record Table(String name, List<String> keyNames) {
    public Table {
        keyNames = List.copyOf(keyNames);
    }

    /**
     * The key of an item, with numbers in one form: DynamoDB takes 1 and 1.0 for the same key.
     *
     * @throws IllegalArgumentException if the item lacks an attribute of the key
     */
    Map<String, AttributeValue> identity(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>();
        for (String attribute : keyNames) {
            AttributeValue value = item.get(attribute);
            if (value == null) {
                throw new IllegalArgumentException(
                        "An item for the table " + name + " must have its key's attribute " + attribute);
            }
            key.put(attribute, value.n() == null ? value : AttributeValue.fromN(oneForm(value.n())));
        }
        return key;
    }

    private static String oneForm(String number) {
        return new BigDecimal(number).stripTrailingZeros().toString();
    }
}
