package dev.warmpath.users;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
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
        return DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(new CannedAnswer())
                .build();
    }

    private static final class CannedAnswer implements SdkHttpClient, ExecutableHttpRequest {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return this;
        }

        @Override
        public HttpExecuteResponse call() {
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder().statusCode(200).build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                    .build();
        }

        @Override
        public void abort() {
            // Nothing is under way: the answer is there at once.
        }

        @Override
        public void close() {
            // Holds no connection.
        }
    }
}
