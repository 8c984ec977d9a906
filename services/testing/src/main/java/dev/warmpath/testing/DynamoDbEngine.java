package dev.warmpath.testing;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The real engine, in a process of its own, that all tests of a module share. */
public final class DynamoDbEngine implements AutoCloseable {
    private final DynamoDbLocal process;
    private final DynamoDbClient client;

    private DynamoDbEngine(DynamoDbLocal process) {
        this.process = process;
        this.client = builder().httpClientBuilder(AwsCrtHttpClient.builder()).build();
    }

    /** The engine of this run of tests: started for the first test that asks, stopped after the last test. */
    public static DynamoDbEngine of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(DynamoDbEngine.class))
                .getOrComputeIfAbsent(DynamoDbEngine.class, key -> started(), DynamoDbEngine.class);
    }

    private static DynamoDbEngine started() {
        try {
            return new DynamoDbEngine(
                    DynamoDbLocal.start(Path.of("../../infra/dynamodb-local/target"), Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine started", e);
        }
    }

    public DynamoDbClient client() {
        return client;
    }

    /** Another client of the same engine. */
    public DynamoDbClient clientOver(SdkHttpClient http) {
        return builder().httpClient(http).build();
    }

    private DynamoDbClientBuilder builder() {
        return DynamoDbClient.builder()
                .endpointOverride(process.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
