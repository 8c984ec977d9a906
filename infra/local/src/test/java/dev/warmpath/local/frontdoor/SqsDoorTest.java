package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.elasticmq.ElasticMq;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.Capacity.Used;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.RequestThrottledException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What passes the front door to queues, before the real engine and with the client that functions have. */
@Timeout(60)
class SqsDoorTest {
    private static final String URL = "http://sqs.us-east-1.localhost/000000000000/Orders";
    private static ElasticMq engine;

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private FrontDoor frontDoor;
    private SqsClient sqs;

    @BeforeAll
    static void start() throws Exception {
        engine = ElasticMq.start(Path.of("../elasticmq/target"), "us-east-1", "000000000000");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        frontDoor = FrontDoor.open(
                List.of(Service.sqs(engine.endpoint())), errors::add, InstantSource.system(), pauses::add);
        sqs = client(AwsRetryStrategy.doNotRetry());
        sqs.createQueue(request -> request.queueName("Orders"));
        frontDoor.calls().reset();
    }

    @AfterEach
    void close() throws IOException {
        frontDoor.rules().clear();
        sqs.deleteQueue(request -> request.queueUrl(URL));
        sqs.close();
        http.close();
        frontDoor.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void callsPassAndAreCountedByOperation() {
        sqs.sendMessage(request -> request.queueUrl(URL).messageBody("grün"));

        assertThat(bodies()).containsExactly("grün");
        assertThat(frontDoor.calls().all())
                .containsExactly(
                        new Count(new Call("sqs", "PlaceOrder", "ReceiveMessage"), 1, 0, 1),
                        new Count(new Call("sqs", "PlaceOrder", "SendMessage"), 1, 0, 1));
    }

    @Test
    void throttlingIsTheServicesOwnExceptionAndChangesNothing() {
        frontDoor.rules().add(Rule.of(new Throttling("ProvisionedThroughputExceededException")));

        RequestThrottledException thrown = catchThrowableOfType(RequestThrottledException.class, () -> send(sqs));

        assertThat(thrown.isThrottlingException()).isTrue();
        assertThat(thrown.statusCode()).isEqualTo(400);
        assertThat(thrown.requestId()).isNotNull();
        frontDoor.rules().clear();
        assertThat(bodies()).isEmpty();
    }

    static Stream<ServerError> serverErrors() {
        return Stream.of(new ServerError(500), new ServerError(503));
    }

    @ParameterizedTest
    @MethodSource("serverErrors")
    void serverErrorHasItsStatusAndChangesNothing(ServerError error) {
        frontDoor.rules().add(Rule.of(error));

        SqsException thrown = catchThrowableOfType(SqsException.class, () -> send(sqs));

        assertThat(thrown.statusCode()).isEqualTo(error.status());
        frontDoor.rules().clear();
        assertThat(bodies()).isEmpty();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Throttling("ThrottlingException"),
                new ServerError(500),
                new ServerError(503),
                new LostRequest(),
                new LostAnswer());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void standardRetriesOvercomeASingleFault(Fault fault) {
        frontDoor.rules().add(Rule.of(fault).service(Service.SQS).calls(1));

        try (SqsClient retrying = client(AwsRetryStrategy.standardRetryStrategy())) {
            send(retrying);
        }

        assertThat(frontDoor.calls().of("PlaceOrder", "SendMessage")).isEqualTo(2);
        assertThat(bodies()).hasSize(fault instanceof LostAnswer ? 2 : 1);
    }

    @Test
    void latencyHoldsEachCallBack() {
        frontDoor.latencies().set(Map.of(Service.SQS, new Fixed(Duration.ofMillis(7))));

        send(sqs);
        frontDoor.latencies().clear();

        assertThat(pauses).containsExactly(Duration.ofMillis(7));
    }

    @Test
    void requestsAreBilledByEach64KilobytesOfPayload() {
        frontDoor.capacity().meter(true);

        send(sqs);
        sqs.sendMessage(request -> request.queueUrl(URL).messageBody("x".repeat(100_000)));

        assertThat(frontDoor.capacity().all())
                .containsExactly(new Used(new Call("sqs", "PlaceOrder", "SendMessage"), 1 + 2));
    }

    private static void send(SqsClient client) {
        client.sendMessage(request -> request.queueUrl(URL).messageBody("any"));
    }

    private List<String> bodies() {
        return sqs.receiveMessage(request -> request.queueUrl(URL).maxNumberOfMessages(10)).messages().stream()
                .map(Message::body)
                .toList();
    }

    private SqsClient client(RetryStrategy retries) {
        return SqsClient.builder()
                .endpointOverride(URI.create(frontDoor.endpoint(Service.SQS, "PlaceOrder")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries))
                .build();
    }
}
