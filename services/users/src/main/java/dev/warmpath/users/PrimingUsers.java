package dev.warmpath.users;

import dev.warmpath.clients.CannedAnswer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A users table that answers every read with one made-up user and accepts every write: lets priming warm what only a success
 * runs through, from the client's own parser on. Nothing leaves the process.
 */
final class PrimingUsers {
    static final String TABLE = "priming";

    private static final String USER = """
            {"userId": {"S": "priming"}, "email": {"S": "priming@example.com"}, "name": {"S": "Priming"},
            "status": {"S": "ACTIVE"}, "createdAt": {"S": "2026-01-01T00:00:00.001Z"},
            "updatedAt": {"S": "2026-01-01T00:00:00.001Z"}, "version": {"N": "1"}}""";

    /** What each of DynamoDB's calls reads is among these fields; it skips the others. */
    private static final String ANSWER = "{\"Item\":" + USER + ",\"Attributes\":" + USER + ",\"Items\":[" + USER
            + "],\"Count\":1,\"Responses\":{\"" + TABLE + "\":[" + USER + "]}}";

    private PrimingUsers() {}

    static DynamoDbUsers table() {
        return new DynamoDbUsers(client(), TABLE);
    }

    static UserBatches batches() {
        return new UserBatches(client(), TABLE);
    }

    static DynamoDbClient client() {
        return CannedAnswer.dynamoDb(ANSWER);
    }
}
