package dev.warmpath.testing;

import dev.warmpath.elasticmq.ElasticMq;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The real engine, in a process of its own, that all tests of a module share. */
public final class SqsEngine implements AutoCloseable {
    private static final Region REGION = Region.EU_CENTRAL_1;

    private final ElasticMq process;
    private final SqsClient client;

    private SqsEngine(ElasticMq process) {
        this.process = process;
        this.client = builder().httpClientBuilder(AwsCrtHttpClient.builder()).build();
    }

    /** The engine of this run of tests: started for the first test that asks, stopped after the last test. */
    public static SqsEngine of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SqsEngine.class))
                .getOrComputeIfAbsent(SqsEngine.class, key -> started(), SqsEngine.class);
    }

    private static SqsEngine started() {
        try {
            return new SqsEngine(ElasticMq.start(Path.of("../../infra/elasticmq/target"), REGION.id(), "000000000000"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine started", e);
        }
    }

    public SqsClient client() {
        return client;
    }

    /** Another client of the same engine. */
    public SqsClient clientOver(SdkHttpClient http) {
        return builder().httpClient(http).build();
    }

    private SqsClientBuilder builder() {
        return SqsClient.builder()
                .endpointOverride(process.endpoint())
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
