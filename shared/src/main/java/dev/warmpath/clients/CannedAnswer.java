package dev.warmpath.clients;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients that get one answer to whatever they ask: let priming warm what only a success runs through, from the client's own
 * parser on. Nothing leaves the process.
 */
public final class CannedAnswer {
    /** Nobody's, but there, so that requests are signed. */
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("priming", "priming"));

    /** Kept, since priming repeats its passes and a client takes longer to make than a pass. */
    private static final Map<String, DynamoDbClient> DYNAMO_DB = new ConcurrentHashMap<>();

    private static final Map<String, SqsClient> SQS = new ConcurrentHashMap<>();

    private CannedAnswer() {}

    /** @param answer JSON of which each call reads the fields that it knows */
    public static DynamoDbClient dynamoDb(String answer) {
        return DYNAMO_DB.computeIfAbsent(answer, CannedAnswer::newDynamoDb);
    }

    private static DynamoDbClient newDynamoDb(String answer) {
        return DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(new CannedHttp(answer))
                .build();
    }

    /**
     * @param answer JSON of which each call reads the fields that it knows; what tells the hash of a message is not checked
     */
    public static SqsClient sqs(String answer) {
        return SQS.computeIfAbsent(answer, CannedAnswer::newSqs);
    }

    private static SqsClient newSqs(String answer) {
        return SqsClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .checksumValidationEnabled(false)
                .httpClient(new CannedHttp(answer))
                .build();
    }

    private record CannedHttp(String answer) implements SdkHttpClient, ExecutableHttpRequest {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return this;
        }

        @Override
        public HttpExecuteResponse call() {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
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
