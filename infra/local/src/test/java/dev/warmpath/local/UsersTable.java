package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.local.frontdoor.Service;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        return new UsersTable(client, nameOfTheOnlyOneWithUsers(client));
    }

    private static String nameOfTheOnlyOneWithUsers(DynamoDbClient client) {
        return client.listTables().tableNames().stream()
                .filter(table -> table.contains("UsersTable"))
                .findFirst()
                .orElseThrow();
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
