package dev.warmpath.bench.rig;

import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Table;
import dev.warmpath.deadline.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The users table with {@value #USERS} users, and a client like that of the functions. */
public record UsersTable(DynamoDbClient client, String name) implements AutoCloseable {
    public static final int USERS = 1_000;

    private static final int REQUESTS_AT_ONCE = 10;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    public static UsersTable seeded(Bed bed, Subjects subjects) {
        var tables = subjects.application().tables();
        bed.createTables(tables);
        UsersTable table = new UsersTable(
                clientAt(bed.dynamoDb().endpoint()), tables.getFirst().name());
        List<WriteRequest> left =
                new BatchWrite(table.client, table.keyed(), REQUESTS_AT_ONCE).write(puts(), deadline());
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " users could not be stored within " + LONGEST);
        }
        return table;
    }

    private static DynamoDbClient clientAt(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }

    /** The same table, reached another way. */
    public UsersTable through(URI endpoint) {
        return new UsersTable(clientAt(endpoint), name);
    }

    public Table keyed() {
        return new Table(name, List.of("userId"));
    }

    public static Deadline deadline() {
        return Deadline.in(LONGEST);
    }

    public static String id(int number) {
        return "user-%04d".formatted(number);
    }

    public static Map<String, AttributeValue> key(int number) {
        return Map.of("userId", AttributeValue.fromS(id(number)));
    }

    /** All users, as the import writes them. */
    public static List<WriteRequest> puts() {
        return IntStream.range(0, USERS).mapToObj(UsersTable::put).toList();
    }

    private static WriteRequest put(int number) {
        Map<String, AttributeValue> user = Map.of(
                "userId", AttributeValue.fromS(id(number)),
                "email", AttributeValue.fromS(id(number) + "@example.com"),
                "name", AttributeValue.fromS("User number " + number),
                "status", AttributeValue.fromS("ACTIVE"),
                "createdAt", AttributeValue.fromS("2026-01-01T00:00:00.001Z"),
                "updatedAt", AttributeValue.fromS("2026-01-01T00:00:00.001Z"),
                "version", AttributeValue.fromN("1856000000000000000"),
                "statusShard", AttributeValue.fromS("ACTIVE#" + number % 4));
        return WriteRequest.builder().putRequest(put -> put.item(user)).build();
    }

    @Override
    public void close() {
        client.close();
    }
}
