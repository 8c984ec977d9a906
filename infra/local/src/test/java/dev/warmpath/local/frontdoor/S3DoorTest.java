package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.engine.EngineException;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.s3.Buckets;
import dev.warmpath.local.template.BucketSpec;
import dev.warmpath.s3.LocalS3;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What passes the front door to buckets, before the real engine and with the client that functions have. */
@Timeout(60)
class S3DoorTest {
    private static final String BUCKET = "reports";
    private static final String KEY = "2026/11/20 é.csv";
    private static LocalS3 engine;

    @TempDir
    private Path folder;

    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private FrontDoor frontDoor;
    private S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        engine = LocalS3.start(Path.of("../s3/target"), Optional.empty());
        Buckets.create(engine.endpoint(), "us-east-1", List.of(new BucketSpec("Reports", BUCKET)));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        frontDoor = doorTo(engine::endpoint);
        s3 = client(frontDoor, AwsRetryStrategy.doNotRetry());
    }

    private FrontDoor doorTo(Supplier<URI> address) throws IOException {
        return FrontDoor.open(List.of(Service.s3(address)), errors::add);
    }

    @AfterEach
    void close() throws IOException {
        s3.close();
        http.close();
        frontDoor.close();
    }

    @Test
    void objectsPassByPathsAndAreCountedByOperation() {
        put(s3, "grün");

        assertThat(get(s3)).isEqualTo("grün");
        assertThat(frontDoor.calls().all())
                .containsExactly(
                        new Count(new Call("s3", "DailyReport", "GetObject"), 1, 0, 1),
                        new Count(new Call("s3", "DailyReport", "PutObject"), 1, 0, 1));
        assertThat(errors).isEmpty();
    }

    @Test
    void fileWithAChecksumBehindItPasses() throws IOException {
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("report"), content);

        s3.putObject(
                put -> put.bucket(BUCKET).key(KEY).checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromFile(file));

        assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asByteArray())
                .isEqualTo(content);
        assertThat(frontDoor.calls().of("DailyReport", "PutObject")).isEqualTo(1);
    }

    @Test
    void callerThatWaitsBeforeItsBodyIsToldToGoOn() throws IOException {
        URI door = URI.create(frontDoor.endpoint(Service.S3, "DailyReport"));
        try (Socket caller = new Socket(door.getHost(), door.getPort())) {
            send(
                    caller,
                    "PUT /DailyReport/reports/waits HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                            + "Expect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
            byte[] goOn = caller.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(goOn).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

            send(caller, "abc");

            assertThat(caller.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 200 OK\r\n");
        }
        assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("waits")).asUtf8String())
                .isEqualTo("abc");
    }

    @Test
    void throttlingIsTheServicesOwnExceptionAndChangesNothing() {
        s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));
        frontDoor.rules().add(Rule.of(new Throttling("ThrottlingException")));

        S3Exception thrown = catchThrowableOfType(S3Exception.class, () -> put(s3, "any"));

        assertThat(thrown.isThrottlingException()).isTrue();
        assertThat(thrown.statusCode()).isEqualTo(503);
        assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("SlowDown");
        assertThat(thrown.requestId()).isNotNull();
        frontDoor.rules().clear();
        assertThat(catchThrowableOfType(NoSuchKeyException.class, () -> get(s3)))
                .isNotNull();
    }

    static Stream<ServerError> serverErrors() {
        return Stream.of(new ServerError(500), new ServerError(503));
    }

    @ParameterizedTest
    @MethodSource("serverErrors")
    void serverErrorHasItsStatusAlsoWhereTheAnswerHasNoBody(ServerError error) {
        frontDoor.rules().add(Rule.of(error));

        assertThat(catchThrowableOfType(S3Exception.class, () -> get(s3)).statusCode())
                .isEqualTo(error.status());
        for (int i = 0; i < 2; i++) {
            assertThat(catchThrowableOfType(
                                    S3Exception.class,
                                    () -> s3.headObject(
                                            head -> head.bucket(BUCKET).key(KEY)))
                            .statusCode())
                    .isEqualTo(error.status());
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Throttling("RequestLimitExceeded"),
                new ServerError(500),
                new ServerError(503),
                new LostRequest(),
                new LostAnswer());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void standardRetriesOvercomeASingleFault(Fault fault) {
        frontDoor.rules().add(Rule.of(fault).service(Service.S3).calls(1));

        try (S3Client retrying = client(frontDoor, AwsRetryStrategy.standardRetryStrategy())) {
            put(retrying, "once");
        }

        assertThat(frontDoor.calls().of("DailyReport", "PutObject")).isEqualTo(2);
        assertThat(get(s3)).isEqualTo("once");
    }

    @Test
    void engineThatCannotBeStartedIsAServiceThatIsUnavailable() throws IOException {
        Supplier<URI> unbuilt = () -> {
            throw new EngineException("S3Proxy is not built");
        };
        try (FrontDoor broken = doorTo(unbuilt);
                S3Client client = client(broken, AwsRetryStrategy.doNotRetry())) {
            assertThat(catchThrowableOfType(S3Exception.class, () -> put(client, "any"))
                            .statusCode())
                    .isEqualTo(503);
        }

        assertThat(errors).singleElement().satisfies(error -> assertThat(error).hasMessage("S3Proxy is not built"));
    }

    private static void put(S3Client client, String content) {
        client.putObject(put -> put.bucket(BUCKET).key(KEY), RequestBody.fromString(content));
    }

    private static String get(S3Client client) {
        return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asUtf8String();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private S3Client client(FrontDoor door, RetryStrategy retries) {
        return S3Client.builder()
                .endpointOverride(URI.create(door.endpoint(Service.S3, "DailyReport")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries))
                .build();
    }
}
