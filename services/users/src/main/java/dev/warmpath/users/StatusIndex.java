package dev.warmpath.users;

import static java.util.stream.Collectors.joining;

import dev.warmpath.http.Position;
import dev.warmpath.http.Position.Progress;
import dev.warmpath.items.Terms;
import dev.warmpath.items.Timestamps;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The index of the users table by status; a little behind the table, as every global index is. */
final class StatusIndex implements StatusShards {
    private static final String NAME = "StatusIndex";

    /** What a list answers, and the version, which tells the newer of two entries of one user. */
    private static final List<String> LISTED =
            List.of("userId", "email", "name", "status", "createdAt", "updatedAt", "version");

    private final DynamoDbClient client;
    private final String tableName;

    StatusIndex(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /** Finds a made-up user in each shard: for priming. */
    static StatusIndex ofMadeUpUser() {
        return new StatusIndex(PrimingUsers.client(), PrimingUsers.TABLE);
    }

    /** In exactly one call: users are far too small for as many as a page takes to fill a response of 1 MB. */
    @Override
    public ShardWindow read(StatusShard shard, Position from, int most) {
        QueryResponse response = client.query(request(shard, from, most));
        List<User> users =
                response.items().stream().map(UserSchema.SCHEMA::mapToItem).toList();
        return new ShardWindow(shard, from, users, !response.lastEvaluatedKey().isEmpty());
    }

    private QueryRequest request(StatusShard shard, Position from, int most) {
        Terms terms = new Terms();
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(tableName)
                .indexName(NAME)
                .keyConditionExpression(terms.name("statusShard") + " = " + terms.text(shard.toString()))
                .projectionExpression(LISTED.stream().map(terms::name).collect(joining(", ")))
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .scanIndexForward(false)
                .limit(most);
        if (from.progress() == Progress.AFTER) {
            request.exclusiveStartKey(key(shard, UserPosition.of(from)));
        }
        return request.build();
    }

    /** The partition is always that of the request, whatever a cursor says. */
    private static Map<String, AttributeValue> key(StatusShard shard, UserPosition position) {
        return Map.of(
                "statusShard", AttributeValue.fromS(shard.toString()),
                "createdAt", AttributeValue.fromS(Timestamps.text(position.createdAt())),
                "userId", AttributeValue.fromS(position.userId()));
    }
}
