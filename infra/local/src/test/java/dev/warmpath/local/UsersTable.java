package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the users table of a run really holds, read past the functions; rules for all functions must not be set meanwhile. */
final class UsersTable implements AutoCloseable {
    private final DynamoDbClient client;
    private final String name;

    private UsersTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    static UsersTable of(LocalRun run) {
        DynamoDbClient client = Stores.dynamoDb(run);
        return new UsersTable(client, Stores.tableName(client, "UsersTable"));
    }

    /** The rows whose id begins so, by their id. */
    Map<String, Map<String, AttributeValue>> rows(String prefix) {
        return client
                .scanPaginator(scan -> scan.tableName(name)
                        .consistentRead(true)
                        .filterExpression("begins_with(userId, :prefix)")
                        .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(prefix))))
                .items()
                .stream()
                .collect(toMap(row -> row.get("userId").s(), row -> row));
    }

    Optional<Map<String, AttributeValue>> row(String userId) {
        Map<String, AttributeValue> key = Map.of("userId", AttributeValue.fromS(userId));
        return Optional.of(client.getItem(
                                get -> get.tableName(name).consistentRead(true).key(key))
                        .item())
                .filter(row -> !row.isEmpty());
    }

    /** The ETag that belongs to a row. */
    static String etag(Map<String, AttributeValue> row) {
        return '"' + Long.toHexString(Long.parseLong(row.get("version").n())) + '"';
    }

    @Override
    public void close() {
        client.close();
    }
}
