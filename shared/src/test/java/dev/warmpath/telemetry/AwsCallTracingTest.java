package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class AwsCallTracingTest {
    private HttpServer store;
    private volatile int status = 200;
    private volatile String body = "{}";

    @BeforeEach
    void startStore() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("x-amzn-RequestId", "store-1");
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        store.start();
    }

    @AfterEach
    void stopStore() {
        store.stop(0);
    }

    @Test
    void aCallOfTheSdkIsASubsegmentOfTheInvocation() throws IOException {
        try (Observed observed = Observed.onDemand().sampled();
                DynamoDbClient client = client(observed, store.getAddress().getPort())) {
            observed.invoke((input, output, context) -> getItem(client));
            Map<String, Object> call = observed.segment();
            Map<String, Object> whole = observed.segment();
            assertThat(call)
                    .containsEntry("name", "DynamoDb")
                    .containsEntry("namespace", "aws")
                    .containsEntry("parent_id", whole.get("id"))
                    .containsEntry(
                            "aws",
                            Map.of(
                                    "operation", "GetItem",
                                    "region", "eu-central-1",
                                    "table_name", "UsersTable",
                                    "request_id", "store-1"))
                    .containsEntry("http", Map.of("response", Map.of("status", 200)));
        }
    }

    @Test
    void anErrorThatTheServiceAnsweredIsTheCallersError() throws IOException {
        status = 400;
        body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\",\"message\":\"no table\"}";
        try (Observed observed = Observed.onDemand().sampled();
                DynamoDbClient client = client(observed, store.getAddress().getPort())) {
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> getItem(client)))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThat(observed.segment())
                    .containsEntry("error", true)
                    .doesNotContainKey("fault")
                    .containsEntry("http", Map.of("response", Map.of("status", 400)));
        }
    }

    @Test
    void aCallWithoutAnyAnswerIsAFault() throws IOException {
        int port = store.getAddress().getPort();
        store.stop(0);
        try (Observed observed = Observed.onDemand().sampled();
                DynamoDbClient client = client(observed, port)) {
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> getItem(client)))
                    .isInstanceOf(SdkClientException.class);
            assertThat(observed.segment()).containsEntry("fault", true).doesNotContainKey("http");
        }
    }

    private static void getItem(DynamoDbClient client) {
        client.getItem(request -> request.tableName("UsersTable").key(Map.of("userId", AttributeValue.fromS("u-1"))));
    }

    private static DynamoDbClient client(Observed observed, int port) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(
                                new AwsCallTracing(observed.instruments().tracer())))
                .build();
    }
}
