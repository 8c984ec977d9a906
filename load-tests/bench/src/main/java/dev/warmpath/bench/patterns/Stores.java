package dev.warmpath.bench.patterns;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients that both ways of a pair have, and what they use.
 *
 * @param delayed whether each call takes as long as within a region
 */
record Stores(DynamoDbClient dynamoDb, SqsClient sqs, CallMeter meter, boolean delayed) implements AutoCloseable {
    static final Region REGION = Region.US_EAST_1;

    private static final int CONNECTIONS = 50;

    static Stores at(URI dynamoDb, URI sqs, boolean delayed) {
        CallMeter meter = new CallMeter();
        return new Stores(
                configured(DynamoDbClient.builder(), dynamoDb, meter)
                        .endpointDiscoveryEnabled(false)
                        .build(),
                configured(SqsClient.builder(), sqs, meter).build(),
                meter,
                delayed);
    }

    /** The HTTP client is the one that functions have. */
    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, URI endpoint, CallMeter meter) {
        return builder.endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClientBuilder(AwsCrtHttpClient.builder().maxConcurrency(CONNECTIONS))
                .overrideConfiguration(with -> with.addExecutionInterceptor(meter));
    }

    @Override
    public void close() {
        dynamoDb.close();
        sqs.close();
    }
}
