package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.template.QueueSpec.Redrive;
import dev.warmpath.local.template.StreamMapping.Batching;
import dev.warmpath.local.template.StreamMapping.Failures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the orders service of this repository's template comes to: tables, queues, stream, schedules, concurrency. */
class OrdersTemplateTest {
    private static final Template TEMPLATE =
            Template.read(Path.of("../../template.yaml").toAbsolutePath().normalize());
    private static final Application APPLICATION = resolve(Map.of());

    @Test
    void ordersAreOnDemandRestorableEncryptedAndStreamed() {
        assertThat(table("OrdersTable").properties())
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("KeySchema", key("pk", "sk"))
                .containsEntry("StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"))
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true));
    }

    @Test
    void pendingOrdersAndThoseOfAUserHaveAnIndexEach() {
        List<String> listed = List.of("status", "lines", "total", "currency", "reason", "placedAt", "updatedAt");

        assertThat(table("OrdersTable").properties())
                .containsEntry(
                        "GlobalSecondaryIndexes",
                        List.of(
                                Map.of(
                                        "IndexName",
                                        "GSI1",
                                        "KeySchema",
                                        key("pendingShard", "nextAttemptAt"),
                                        "Projection",
                                        Map.of("ProjectionType", "KEYS_ONLY")),
                                Map.of(
                                        "IndexName",
                                        "GSI2",
                                        "KeySchema",
                                        key("pk", "placedOrder"),
                                        "Projection",
                                        Map.of("ProjectionType", "INCLUDE", "NonKeyAttributes", listed))));
    }

    @Test
    void revenueIsApartFromTheStreamThatFeedsItAndItsMarkersExpire() {
        assertThat(table("RevenueTable").properties())
                .containsEntry("KeySchema", key("pk", "sk"))
                .containsEntry("TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true))
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
                .doesNotContainKey("StreamSpecification");
    }

    @Test
    void everyQueueIsEncrypted() {
        assertThat(APPLICATION.queues())
                .extracting(QueueSpec::name)
                .containsExactlyInAnyOrder("OrdersQueue", "OrdersDeadLetterQueue", "UnprojectedQueue");
        assertThat(RawTemplate.read().of(Resource.QUEUE))
                .hasSize(3)
                .allSatisfy(queue -> assertThat(queue.value()).containsEntry("SqsManagedSseEnabled", true));
    }

    /**
     * "Using Lambda with Amazon SQS": six times the function's timeout and the window, and five receives or more. Eight, since
     * failed messages come back after 1, 2, 4 … s, and one without its row is to be looked at when it is 60 s old.
     */
    @Test
    void ordersStayWithADeadWorkerAsLongAsAwsAsksForAndAreTriedOftenEnough() {
        QueueMapping mapping = APPLICATION.queueMappings().getFirst();
        Duration timeout = function("FulfilOrders").timeout();

        assertThat(mapping.queue().visibilityTimeout())
                .isGreaterThanOrEqualTo(timeout.multipliedBy(6).plus(mapping.window()));
        assertThat(mapping.queue().redrive())
                .contains(new Redrive(queue("OrdersDeadLetterQueue").arn(), 8));
    }

    @Test
    void deadLettersAndWhatWasNotProjectedAreKeptAsLongAsThereIs() {
        Duration fortnight = Duration.ofDays(14);

        assertThat(List.of(queue("OrdersDeadLetterQueue"), queue("UnprojectedQueue")))
                .allSatisfy(queue -> {
                    assertThat(queue.attributes())
                            .containsEntry("MessageRetentionPeriod", Long.toString(fortnight.toSeconds()));
                    assertThat(queue.redrive()).isEmpty();
                });
    }

    @Test
    void queueInvokesTheWorkerByTenAndTakesBackWhatFailed() {
        assertThat(APPLICATION.queueMappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.function()).isEqualTo("FulfilOrders");
            assertThat(mapping.queue()).isEqualTo(queue("OrdersQueue"));
            assertThat(mapping.batchSize()).isEqualTo(10);
            assertThat(mapping.reportsFailures()).isTrue();
            assertThat(mapping.maximumConcurrency()).hasValue(50);
            assertThat(mapping.filter().matches("{\"body\":{}}")).isTrue();
        });
    }

    @Test
    void timesOfTheQueueCanBeLoweredForTests() {
        Application faster = resolve(
                Map.of("FulfilTimeoutSeconds", "2", "OrdersVisibilitySeconds", "3", "OrdersMaxReceiveCount", "2"));

        assertThat(faster.queueMappings().getFirst().queue().visibilityTimeout())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void ordersStayWithTheWorkerAtLeastAsLongAsItRuns() {
        assertThatThrownBy(() -> resolve(Map.of("OrdersVisibilitySeconds", "9")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("expected at least the function's timeout of 10 s");
    }

    @Test
    void revenueIsProjectedInSmallParallelBatchesThatGiveUpWhatCannotBe() {
        StreamMapping mapping = stream("ProjectRevenue");

        assertThat(mapping.table()).isEqualTo("OrdersTable");
        assertThat(mapping.latest()).isFalse();
        assertThat(mapping.batching()).isEqualTo(new Batching(100, Duration.ofSeconds(1), 4, Optional.empty()));
        assertThat(mapping.failures())
                .isEqualTo(new Failures(
                        OptionalInt.of(100),
                        Optional.of(Duration.ofHours(12)),
                        true,
                        true,
                        Optional.of(queue("UnprojectedQueue").arn())));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            EVENT,  SORT KEY,  OLD,       NEW,       PROJECTED, METERED
            INSERT, ORDER#7,   ,          PENDING,   false,     true
            MODIFY, ORDER#7,   PENDING,   PENDING,   false,     false
            MODIFY, ORDER#7,   PENDING,   CONFIRMED, true,      false
            MODIFY, ORDER#7,   PENDING,   REJECTED,  false,     false
            MODIFY, ORDER#7,   PENDING,   CANCELLED, false,     false
            MODIFY, ORDER#7,   CONFIRMED, CANCELLED, true,      false
            MODIFY, ORDER#7,   CONFIRMED, CONFIRMED, false,     false
            REMOVE, ORDER#7,   CONFIRMED, ,          false,     false
            INSERT, CATALOGUE, ,          ,          true,      false
            MODIFY, CATALOGUE, ,          ,          true,      false
            REMOVE, CATALOGUE, ,          ,          true,      false
            INSERT, STOCK,     ,          ,          false,     false
            MODIFY, STOCK,     ,          ,          false,     false
            """)
    void onlyWhatCountsReachesTheFunctionsOfTheStream(
            String event, String sortKey, String old, String now, boolean projected, boolean metered) {
        String row = "{\"eventName\":\"%s\",\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"%s\"}}%s%s}}"
                .formatted(event, sortKey, image("OldImage", old), image("NewImage", now));

        assertThat(stream("ProjectRevenue").filter().matches(row)).isEqualTo(projected);
        assertThat(stream("MeterOrders").filter().matches(row)).isEqualTo(metered);
    }

    private static String image(String name, String status) {
        return status == null ? "" : ",\"%s\":{\"status\":{\"S\":\"%s\"}}".formatted(name, status);
    }

    @Test
    void ordersAreMeteredByTheMinute() {
        StreamMapping mapping = stream("MeterOrders");

        assertThat(mapping.table()).isEqualTo("OrdersTable");
        assertThat(mapping.latest()).isTrue();
        assertThat(mapping.batching())
                .isEqualTo(new Batching(1000, Duration.ZERO, 1, Optional.of(Duration.ofMinutes(1))));
        assertThat(mapping.failures())
                .isEqualTo(new Failures(
                        OptionalInt.of(3), Optional.of(Duration.ofMinutes(5)), false, false, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "RequeueStaleOrders, 2026-11-20T10:15:30Z, 2026-11-20T10:16:30Z",
        "DailyReport,        2026-11-20T10:15:30Z, 2026-11-21T00:15:00Z",
        "DailyReport,        2026-11-21T00:15:00Z, 2026-11-22T00:15:00Z"
    })
    void scheduledFunctionsAreDue(String function, Instant after, Instant next) {
        assertThat(APPLICATION.schedules())
                .filteredOn(schedule -> schedule.function().equals(function))
                .singleElement()
                .satisfies(schedule -> {
                    assertThat(schedule.schedule().next(after)).contains(next);
                    assertThat(schedule.enabled()).isTrue();
                    assertThat(schedule.source()).isEqualTo("aws.scheduler");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "dev,  by-stage, false",
        "test, by-stage, false",
        "prod, by-stage, true",
        "dev,  on,       true",
        "prod, off,      false"
    })
    void onlyTheReportReservesConcurrencyAndByDefaultInProd(String stage, String reserve, boolean reserves) {
        Application application = resolve(Map.of("Stage", stage, "ReserveConcurrency", reserve));

        assertThat(application.functions())
                .filteredOn(function -> function.reservedConcurrency().isPresent())
                .extracting(FunctionSpec::name)
                .containsExactlyElementsOf(reserves ? List.of("DailyReport") : List.of());
        assertThat(function(application, "DailyReport").reservedConcurrency())
                .isEqualTo(reserves ? OptionalInt.of(1) : OptionalInt.empty());
    }

    @Test
    void onlyTheReportHasTheLayerOfItsLibraries() {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Path shared = root.resolve("shared/target/layer.zip");
        Path report = root.resolve("services/report-layer/target/report-layer.zip");

        assertThat(APPLICATION.functions())
                .allSatisfy(function -> assertThat(function.layers())
                        .isEqualTo(function.name().equals("DailyReport") ? List.of(shared, report) : List.of(shared)));
    }

    @Test
    void reportHasWholeProcessors() {
        assertThat(function("DailyReport").memoryMegabytes()).isGreaterThanOrEqualTo(2 * 1769);
    }

    private static List<Map<String, String>> key(String hash, String range) {
        return List.of(
                Map.of("AttributeName", hash, "KeyType", "HASH"), Map.of("AttributeName", range, "KeyType", "RANGE"));
    }

    private static TableSpec table(String name) {
        return APPLICATION.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static QueueSpec queue(String name) {
        return APPLICATION.queues().stream()
                .filter(queue -> queue.logicalId().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StreamMapping stream(String function) {
        return APPLICATION.streams().stream()
                .filter(mapping -> mapping.function().equals(function))
                .findFirst()
                .orElseThrow();
    }

    private static FunctionSpec function(String name) {
        return function(APPLICATION, name);
    }

    private static FunctionSpec function(Application application, String name) {
        return application.functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Application resolve(Map<String, String> parameters) {
        return TEMPLATE.resolve(parameters, Sam.PSEUDO);
    }
}
