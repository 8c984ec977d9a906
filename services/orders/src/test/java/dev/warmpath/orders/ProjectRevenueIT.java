package dev.warmpath.orders;

import static dev.warmpath.orders.projection.StreamRecords.cancellation;
import static dev.warmpath.orders.projection.StreamRecords.confirmation;
import static dev.warmpath.orders.projection.StreamRecords.confirmed;
import static dev.warmpath.orders.projection.StreamRecords.event;
import static dev.warmpath.orders.projection.StreamRecords.insertion;
import static dev.warmpath.orders.projection.StreamRecords.placed;
import static dev.warmpath.orders.projection.StreamRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.warmpath.cache.CaffeineLevel;
import dev.warmpath.cache.Entry;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.events.StreamEvent;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.products.SharedProducts;
import dev.warmpath.orders.projection.Projection;
import dev.warmpath.orders.projection.Revenue;
import dev.warmpath.orders.projection.RevenueTable;
import dev.warmpath.orders.projection.Sold;
import dev.warmpath.testing.Invocations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Timeout(60)
@ExtendWith(RevenueTable.OnRealEngine.class)
class ProjectRevenueIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant AT_TEN = Instant.parse("2026-11-20T10:59:59.999Z");
    private static final Instant AT_TWELVE = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final OrderLine THREE_TEAS = OrderLine.of("tea", 3).at(250);
    private static final OrderLine ONE_CUP = OrderLine.of("cup", 1).at(900);
    private static final Order FIRST = confirmed("first", "EUR", AT_TEN, THREE_TEAS, ONE_CUP);
    private static final Order SECOND =
            confirmed("second", "EUR", AT_TEN, OrderLine.of("tea", 2).at(300));

    private final Level<Product> shared =
            new CaffeineLevel<>(10, new TimesToLive(MINUTE, Duration.ZERO, MINUTE), System::nanoTime);
    private RevenueTable table;
    private Projection projection;
    private ProjectRevenue projectRevenue;

    @BeforeEach
    void wire(RevenueTable table) {
        this.table = table;
        projection = new Projection(revenue(), new SharedProducts(Optional.of(shared)));
        projectRevenue = new ProjectRevenue(projection);
    }

    private Revenue revenue() {
        return new Revenue(table.client(), table.name(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void confirmedOrdersCountByProductHourAndCurrency() throws IOException {
        Order inDollars = confirmed("third", "USD", AT_TWELVE, ONE_CUP);

        assertThat(project(confirmation("1", FIRST), confirmation("2", SECOND), confirmation("3", inDollars)))
                .isEqualTo(NOTHING_FAILED);

        assertThat(table.sold())
                .isEqualTo(Map.of(
                        "tea/2026-11-20T10#EUR", new Sold(1_350, 2, 5),
                        "cup/2026-11-20T10#EUR", new Sold(900, 1, 1),
                        "cup/2026-11-20T12#USD", new Sold(900, 1, 1)));
    }

    @Test
    void cancellationTakesFromTheHourInWhichItHappens() throws IOException {
        project(confirmation("1", FIRST), cancellation("2", FIRST, AT_TWELVE));

        assertThat(table.sold())
                .isEqualTo(Map.of(
                        "tea/2026-11-20T10#EUR", new Sold(750, 1, 3),
                        "cup/2026-11-20T10#EUR", new Sold(900, 1, 1),
                        "tea/2026-11-20T12#EUR", new Sold(-750, -1, -3),
                        "cup/2026-11-20T12#EUR", new Sold(-900, -1, -1)));
    }

    @Test
    void cancellationThatComesBeforeItsConfirmationLeavesNothing() throws IOException {
        project(cancellation("2", FIRST, AT_TEN));
        project(confirmation("1", FIRST));

        assertThat(table.sold().values()).hasSize(2).containsOnly(new Sold(0, 0, 0));
    }

    @Test
    void replayedBatchChangesNothing() throws IOException {
        List<Map<String, Object>> batch = List.of(confirmation("1", FIRST), confirmation("2", SECOND));
        project(batch);
        Map<String, Sold> once = table.sold();

        assertThat(project(batch)).isEqualTo(NOTHING_FAILED);
        assertThat(project(batch.reversed())).isEqualTo(NOTHING_FAILED);

        assertThat(table.sold()).isEqualTo(once);
    }

    @Test
    void duplicatesWithinABatchCountOnce() throws IOException {
        List<Map<String, Object>> batch = IntStream.range(0, 20)
                .mapToObj(i -> confirmation("" + i, FIRST))
                .toList();

        assertThat(project(batch)).isEqualTo(NOTHING_FAILED);

        assertThat(table.sold()).containsEntry("tea/2026-11-20T10#EUR", new Sold(750, 1, 3));
    }

    @Test
    void everybodyBuyingTheSameProductIsExact() throws IOException {
        List<Map<String, Object>> batch = IntStream.range(0, 100)
                .mapToObj(i -> confirmation("" + i, confirmed("order-" + i, "EUR", AT_TEN, THREE_TEAS)))
                .toList();

        assertThat(project(batch)).isEqualTo(NOTHING_FAILED);

        assertThat(table.sold()).isEqualTo(Map.of("tea/2026-11-20T10#EUR", new Sold(75_000, 100, 300)));
    }

    @Test
    void orderOfTheMostLinesAndTheHighestPricesFits() throws IOException {
        OrderLine[] lines = IntStream.range(0, 50)
                .mapToObj(i -> OrderLine.of("sku-" + i, 10_000).at(1_000_000_000))
                .toArray(OrderLine[]::new);

        assertThat(project(confirmation("1", confirmed("large", "EUR", AT_TEN, lines))))
                .isEqualTo(NOTHING_FAILED);

        assertThat(table.sold().values()).hasSize(50).containsOnly(new Sold(10_000_000_000_000L, 1, 10_000));
    }

    @Test
    void markerExpiresLongAfterAnyReplay() throws IOException {
        project(confirmation("1", FIRST), cancellation("2", FIRST, AT_TWELVE));

        String end = "" + NOW.plus(Duration.ofDays(90)).getEpochSecond();
        assertThat(table.markers())
                .extracting(
                        row -> row.get("pk").s(),
                        row -> row.get("sk").s(),
                        row -> row.get("expiresAt").n())
                .containsExactlyInAnyOrder(
                        tuple("ORDER#ada#first", "CONFIRMED", end), tuple("ORDER#ada#first", "CANCELLED", end));
    }

    @Test
    void otherChangesCountNothing() throws IOException {
        Order pending = placed("first", AT_TEN, THREE_TEAS);
        Map<String, AttributeValue> later = new HashMap<>(OrderSchema.row(pending));
        later.put("attempts", AttributeValue.fromN("1"));

        assertThat(project(
                        insertion("1", pending),
                        record("2", "MODIFY", OrderSchema.row(pending), later),
                        record("3", "REMOVE", OrderSchema.row(FIRST), null)))
                .isEqualTo(NOTHING_FAILED);

        assertThat(table.sold()).isEmpty();
        assertThat(table.markers()).isEmpty();
    }

    @Test
    void recordThatCannotBeProcessedIsToldAndHoldsUpNoOther() throws IOException {
        Order unpriced = confirmed("broken", "EUR", AT_TEN, OrderLine.of("tea", 1));

        assertThat(project(confirmation("11", FIRST), confirmation("12", unpriced), confirmation("13", SECOND)))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"}]}");

        assertThat(table.sold()).containsEntry("tea/2026-11-20T10#EUR", new Sold(1_350, 2, 5));
    }

    @Test
    void firstOfSeveralFailuresIsTold() throws IOException {
        Order unpriced = confirmed("broken", "EUR", AT_TEN, OrderLine.of("tea", 1));

        assertThat(project(confirmation("9", FIRST), confirmation("10", unpriced), confirmation("11", unpriced)))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"10\"}]}");
    }

    @Test
    void tableThatIsNotThereFailsTheBatchFromItsFirstRecord() throws IOException {
        Revenue elsewhere = new Revenue(table.client(), "no-such-table", Clock.systemUTC());
        ProjectRevenue failing = new ProjectRevenue(new Projection(elsewhere, new SharedProducts(Optional.empty())));

        assertThat(Invocations.call(failing, event(List.of(confirmation("7", FIRST), confirmation("8", SECOND)))))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}");
    }

    @Test
    void withoutTimeTheFirstRecordIsToldAndNothingIsCounted() throws IOException {
        String batch = event(List.of(confirmation("7", FIRST), confirmation("8", SECOND)));
        StreamEvent event = StreamEvent.read(new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)));

        assertThat(projection
                        .project(event.records(), Deadline.in(Duration.ZERO))
                        .failed())
                .containsExactly("7");

        assertThat(table.sold()).isEmpty();
    }

    @Test
    void eventOfAnotherKindIsAFailureOfTheWholeInvocation() {
        assertThatThrownBy(() -> Invocations.call(projectRevenue, "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Records");
    }

    @Test
    void changedProductIsSharedUnlessANewerOneIs() throws IOException {
        project(product("1", 5, 250), product("2", 7, 300));
        project(product("1", 6, 275));

        assertThat(shared.get("tea").map(Entry::version)).contains(7L);
        assertThat(shared.get("tea").flatMap(Entry::value).map(Product::price)).contains(new Money(300, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true"})
    void removedProductIsKeptOutUntilItIsThereAgain(long version, boolean there) throws IOException {
        Product tea = new Product("tea", "Tea", new Money(250, "EUR"), 5);
        project(record("1", "REMOVE", tea.row(), null));

        project(product("2", version + (there ? 1 : 0), 250));

        assertThat(shared.get("tea").flatMap(Entry::value).isPresent()).isEqualTo(there);
    }

    @Test
    void primingCountsNothing() {
        assertThatCode(() -> ProjectRevenue.prime(revenue(), new SharedProducts(Optional.of(shared))))
                .doesNotThrowAnyException();

        assertThat(table.sold()).isEmpty();
        assertThat(table.markers()).isEmpty();
    }

    private static Map<String, Object> product(String number, long version, long price) {
        Map<String, AttributeValue> row = new Product("tea", "Tea", new Money(price, "EUR"), version).row();
        return record(number, "MODIFY", row, row);
    }

    private String project(Object... records) throws IOException {
        return project(List.of(records));
    }

    private String project(List<?> records) throws IOException {
        return Invocations.call(projectRevenue, event(records));
    }
}
