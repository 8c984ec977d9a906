package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.frontdoor.Service;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** The report as it is deployed: from its artefact and its two layers, of the template's table to the template's bucket. */
@Tag("full")
@Timeout(180)
class DailyReportIT {
    private static final AwsCredentialsProvider ANY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    private static final String LIST = "orders/2026/11/20.csv.gz";
    private static final String SUMMARY = "summary/2026/11/20.xlsx";

    @TempDir
    private static Path folder;

    private static final Queue<String> LOGS = new ConcurrentLinkedQueue<>();
    private static final SdkHttpClient HTTP = AwsCrtHttpClient.create();
    private static LocalRun run;
    private static S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        run = LocalRun.start(TestRuns.ofTheProject(), TestRuns.listening(LOGS));
        try (DynamoDbClient dynamoDb = DynamoDbClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(ANY)
                .httpClient(HTTP)
                .build()) {
            put(dynamoDb, "b", "2026-11-20T12:00:00.000Z");
            put(dynamoDb, "a", "2026-11-20T00:00:00.000Z");
            put(dynamoDb, "other-day", "2026-11-21T00:00:00.000Z");
        }
        s3 = S3Client.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.S3, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(ANY)
                .httpClient(HTTP)
                .build();
    }

    @AfterAll
    static void stop() {
        s3.close();
        HTTP.close();
        run.close();
    }

    private static void put(DynamoDbClient dynamoDb, String id, String placedAt) {
        dynamoDb.putItem(put -> put.tableName("OrdersTable")
                .item(Map.of(
                        "pk", text("USER#ada"),
                        "sk", text("ORDER#" + id),
                        "status", text("PENDING"),
                        "lines", AttributeValue.fromL(List.of(line())),
                        "bodyHash", text("hash"),
                        "correlationId", text("test"),
                        "placedAt", text(placedAt),
                        "updatedAt", text(placedAt))));
    }

    private static AttributeValue line() {
        return AttributeValue.fromM(Map.of("sku", text("PEN"), "quantity", AttributeValue.fromN("2")));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    @Test
    void reportOfADayIsInTheBucketAndTheSameOnesAgain() throws Exception {
        assertThat(invoke(0, "{\"date\": \"2026-11-20\"}")).contains("\"orders\" : 2", LIST, SUMMARY);
        byte[] list = bytes(LIST);
        byte[] summary = bytes(SUMMARY);
        assertThat(unzipped(list).lines().skip(1))
                .containsExactly(
                        "a,PENDING,,2026-11-20T00:00:00.000Z,2026-11-20T00:00:00.000Z,PEN,2,,,",
                        "b,PENDING,,2026-11-20T12:00:00.000Z,2026-11-20T12:00:00.000Z,PEN,2,,,");
        assertThat(summary).startsWith('P', 'K');

        run.frontDoor()
                .rules()
                .add(Rule.of(new Throttling("ThrottlingException"))
                        .service(Service.S3)
                        .calls(1));
        invoke(0, "{\"date\": \"2026-11-20\"}");

        assertThat(bytes(LIST)).isEqualTo(list);
        assertThat(bytes(SUMMARY)).isEqualTo(summary);
        // Two, and two of which one is repeated.
        assertThat(run.frontDoor().calls().of("DailyReport", "PutObject")).isEqualTo(5);
        assertThat(LOGS).anyMatch(line -> line.contains("ReportedOrders"));
    }

    @Test
    void malformedDateIsOneSentence() throws Exception {
        assertThat(invoke(1, "{\"date\": \"20.11.2026\"}"))
                .isEqualTo("java.lang.IllegalArgumentException: The event's date is 20.11.2026; "
                        + "expected one such as 2026-11-20\n");
    }

    @Test
    void peopleAreToldWhereTheBucketsAre() throws Exception {
        String endpoints = new RunningApi(run.url().getPort())
                .get("endpoints", Duration.ofSeconds(10))
                .body();

        assertThat(endpoints).contains("\"s3\":\"" + run.frontDoor().endpoint(Service.S3, "terminal") + "\"");
    }

    private static String invoke(int exitCode, String event) throws Exception {
        Path file = Files.writeString(folder.resolve("event.json"), event);
        StringWriter out = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        String port = Integer.toString(run.url().getPort());
        assertThat(command.execute("invoke", "DailyReport", "--port", port, "--event", file.toString()))
                .as(out.toString())
                .isEqualTo(exitCode);
        return out.toString();
    }

    private static byte[] bytes(String key) {
        return s3.getObjectAsBytes(get -> get.bucket("reportsbucket").key(key)).asByteArray();
    }

    private static String unzipped(byte[] bytes) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
