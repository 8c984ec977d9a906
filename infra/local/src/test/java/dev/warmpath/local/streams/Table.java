package dev.warmpath.local.streams;

import dev.warmpath.local.dynamodb.Tables;
import dev.warmpath.local.template.TableSpec;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table with a stream, in the real engine. */
record Table(DynamoDbClient client, String name) {
    static Table create(DynamoDbClient client, String name) {
        Map<String, Object> properties = Map.of(
                "AttributeDefinitions",
                        List.of(
                                Map.of("AttributeName", "pk", "AttributeType", "S"),
                                Map.of("AttributeName", "sk", "AttributeType", "N")),
                "KeySchema",
                        List.of(
                                Map.of("AttributeName", "pk", "KeyType", "HASH"),
                                Map.of("AttributeName", "sk", "KeyType", "RANGE")),
                "StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"));
        Tables.create(client, List.of(new TableSpec(name, name, properties)));
        return new Table(client, name);
    }

    void put(String key, int number) {
        client.putItem(request -> request.tableName(name)
                .item(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromN("" + number))));
    }

    /** Numbers 1 to {@code count} under one key. */
    void putAll(String key, int count) {
        for (int number = 1; number <= count; number++) {
            put(key, number);
        }
    }
}
