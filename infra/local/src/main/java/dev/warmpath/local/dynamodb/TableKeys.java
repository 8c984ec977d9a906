package dev.warmpath.local.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What cannot be changed about a table, or would show in its data: its keys, their types and those of its indexes.
 *
 * @param byIndex the primary key under {@code key}
 */
record TableKeys(Map<String, String> byIndex) {
    private static final String PRIMARY = "key";

    static TableKeys of(CreateTableRequest table) {
        TableKeys keys = of(table.keySchema(), table.attributeDefinitions());
        table.globalSecondaryIndexes()
                .forEach(index -> keys.add(index.indexName(), index.keySchema(), table.attributeDefinitions()));
        table.localSecondaryIndexes()
                .forEach(index -> keys.add(index.indexName(), index.keySchema(), table.attributeDefinitions()));
        return keys;
    }

    static TableKeys of(TableDescription table) {
        TableKeys keys = of(table.keySchema(), table.attributeDefinitions());
        table.globalSecondaryIndexes()
                .forEach(index -> keys.add(index.indexName(), index.keySchema(), table.attributeDefinitions()));
        table.localSecondaryIndexes()
                .forEach(index -> keys.add(index.indexName(), index.keySchema(), table.attributeDefinitions()));
        return keys;
    }

    private static TableKeys of(List<KeySchemaElement> key, List<AttributeDefinition> types) {
        TableKeys keys = new TableKeys(new TreeMap<>());
        keys.add(PRIMARY, key, types);
        return keys;
    }

    private void add(String index, List<KeySchemaElement> key, List<AttributeDefinition> types) {
        Map<String, String> typeOf = types.stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        String attributes = key.stream()
                .map(element -> element.attributeName() + ":" + typeOf.get(element.attributeName()))
                .collect(Collectors.joining(", "));
        byIndex.put(index, attributes);
    }

    /** Such as {@code key (userId:S), StatusIndex (status:S, createdAt:S)}. */
    @Override
    public String toString() {
        return byIndex.entrySet().stream()
                .map(index -> index.getKey() + " (" + index.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
