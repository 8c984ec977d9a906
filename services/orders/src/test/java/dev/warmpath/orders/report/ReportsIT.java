package dev.warmpath.orders.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.orders.OrdersTable;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.s3.LocalS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reports of a real table to a real bucket. */
@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class ReportsIT {
    private static final ReportDay DAY = new ReportDay(LocalDate.of(2026, 11, 20));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final OrderLine PENS = OrderLine.of("PEN", 2).at(150);

    private static LocalS3 engine;
    private static S3Client s3;

    private final String bucket = "reports-" + UUID.randomUUID();
    private OrdersTable table;
    private Reports reports;

    @BeforeAll
    static void start() throws InterruptedException {
        engine = LocalS3.start(Path.of("../../infra/s3/target"), Optional.empty());
        s3 = S3Client.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }

    @AfterAll
    static void stop() {
        s3.close();
        engine.close();
    }

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        s3.createBucket(create -> create.bucket(bucket));
        reports = reportsTo(bucket);
    }

    private Reports reportsTo(String name) {
        return new Reports(new OrdersOfDay(table.client(), table.name()), new Bucket(s3, name));
    }

    @Test
    void ordersOfTheDayAreThereByTimeAndNoOthers() throws IOException {
        put(TestOrders.pending("last", Instant.parse("2026-11-20T23:59:59.999Z"), PENS));
        put(TestOrders.confirmed("noon-b", NOON, PENS));
        put(TestOrders.confirmed("noon-a", NOON, PENS));
        put(TestOrders.confirmed("first", Instant.parse("2026-11-20T00:00:00Z"), PENS));
        put(TestOrders.confirmed("before", Instant.parse("2026-11-19T23:59:59.999Z"), PENS));
        put(TestOrders.confirmed("after", Instant.parse("2026-11-21T00:00:00Z"), PENS));
        putProduct("PEN");

        Reported reported = make(DAY);

        assertThat(orderIds(DAY)).containsExactly("first", "noon-a", "noon-b", "last");
        assertThat(reported.toJson())
                .isEqualTo(Map.of(
                        "date",
                        "2026-11-20",
                        "orders",
                        4,
                        "lines",
                        4,
                        "objects",
                        List.of("orders/2026/11/20.csv.gz", "summary/2026/11/20.xlsx")));
    }

    @Test
    void sameDayTwiceIsTheSameTwoObjects() throws IOException {
        for (int i = 0; i < 30; i++) {
            put(TestOrders.confirmed("order-" + i, NOON.plusSeconds(i % 7), PENS));
        }
        make(DAY);
        byte[] list = bytes(DAY.ordersKey());
        byte[] summary = bytes(DAY.summaryKey());

        make(DAY);

        assertThat(bytes(DAY.ordersKey())).isEqualTo(list);
        assertThat(bytes(DAY.summaryKey())).isEqualTo(summary);
        assertThat(keys()).containsExactly(DAY.ordersKey(), DAY.summaryKey());
    }

    @Test
    void objectsSayWhatTheyAre() throws IOException {
        make(DAY);

        assertThat(s3.headObject(head -> head.bucket(bucket).key(DAY.ordersKey()))
                        .contentType())
                .isEqualTo("application/gzip");
        assertThat(s3.headObject(head -> head.bucket(bucket).key(DAY.summaryKey()))
                        .contentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void reportWithoutTimeStoresNothing() {
        put(TestOrders.confirmed("noon", NOON, PENS));

        assertThatThrownBy(() -> reports.make(DAY, Deadline.in(Duration.ZERO))).isInstanceOf(DeadlineException.class);

        assertThat(keys()).isEmpty();
    }

    @Test
    void reportThatCannotBeStoredFails() {
        assertThatThrownBy(() -> reportsTo("missing-" + UUID.randomUUID()).make(DAY, seconds()))
                .isInstanceOf(NoSuchBucketException.class);
    }

    private Reported make(ReportDay day) throws IOException {
        return reports.make(day, seconds());
    }

    private static Deadline seconds() {
        return Deadline.in(Duration.ofSeconds(30));
    }

    private void put(Order order) {
        table.put(OrderSchema.row(order));
    }

    private void putProduct(String sku) {
        Map<String, AttributeValue> row = new HashMap<>(Stock.key(sku));
        row.put("available", AttributeValue.fromN("5"));
        table.put(row);
    }

    private List<String> orderIds(ReportDay day) throws IOException {
        byte[] compressed = bytes(day.ordersKey());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.split(",")[0])
                    .toList();
        }
    }

    private byte[] bytes(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }

    private List<String> keys() {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }
}
