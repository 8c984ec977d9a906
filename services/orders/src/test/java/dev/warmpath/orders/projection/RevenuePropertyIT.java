package dev.warmpath.orders.projection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.events.StreamEvent;
import dev.warmpath.events.StreamRecord;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.products.SharedProducts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whatever the stream delivers again and in whatever order, the revenue is the plain sum of the transitions. */
class RevenuePropertyIT {
    private static final Instant FIRST_HOUR = Instant.parse("2026-11-20T10:30:00Z");
    private static final Duration TIME = Duration.ofSeconds(30);

    private static DynamoDbLocal engine;
    private static DynamoDbClient client;

    @BeforeContainer
    static void start() throws InterruptedException {
        engine = DynamoDbLocal.start(Path.of("../../infra/dynamodb-local/target"), Optional.empty());
        client = DynamoDbClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }

    @AfterContainer
    static void stop() {
        client.close();
        engine.close();
    }

    /** What happens to one order; a cancellation of it happens some hours later, if at all. */
    record History(List<OrderLine> lines, String currency, int hour, Optional<Integer> cancelledAfter) {
        Order confirmed(int number) {
            return StreamRecords.confirmed("order-" + number, currency, hours(hour), lines.toArray(OrderLine[]::new));
        }

        Stream<Map<String, Object>> records(int number) {
            Order order = confirmed(number);
            return Stream.concat(
                    Stream.of(StreamRecords.confirmation(number + "-confirmed", order)),
                    cancelledAfter.stream()
                            .map(later ->
                                    StreamRecords.cancellation(number + "-cancelled", order, hours(hour + later))));
        }

        Stream<Map.Entry<String, Sold>> sums() {
            return lines.stream().flatMap(line -> {
                long revenue = line.quantity() * line.unitPrice().orElseThrow();
                Sold sold = new Sold(revenue, 1, line.quantity());
                Sold returned = new Sold(-revenue, -1, -line.quantity());
                return Stream.concat(
                        Stream.of(Map.entry(row(line, hour), sold)),
                        cancelledAfter.stream().map(later -> Map.entry(row(line, hour + later), returned)));
            });
        }

        private String row(OrderLine line, int hour) {
            return line.sku() + "/" + hours(hour).toString().substring(0, 13) + "#" + currency;
        }

        private static Instant hours(int hours) {
            return FIRST_HOUR.plus(Duration.ofHours(hours));
        }
    }

    @Property(tries = 15)
    void anyRepetitionAndOrderComesToThePlainSum(
            @ForAll("histories") @Size(max = 12) List<History> histories,
            @ForAll @IntRange(max = 20) int repeated,
            @ForAll @IntRange(min = 1, max = 10) int batch,
            @ForAll Random random)
            throws IOException {
        RevenueTable table = RevenueTable.createdBy(client);
        Projection projection = new Projection(
                new Revenue(client, table.name(), Clock.systemUTC()), new SharedProducts(Optional.empty()));

        for (List<StreamRecord> records : batches(delivered(histories, repeated, random), batch)) {
            assertThat(projection.project(records, Deadline.in(TIME)).failed()).isEmpty();
        }

        assertThat(table.sold())
                .isEqualTo(histories.stream()
                        .flatMap(History::sums)
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Sold::plus)));
    }

    /** Each record once, some of them again, in no order. */
    private static List<Map<String, Object>> delivered(List<History> histories, int repeated, Random random) {
        List<Map<String, Object>> once = IntStream.range(0, histories.size())
                .boxed()
                .flatMap(i -> histories.get(i).records(i))
                .toList();
        List<Map<String, Object>> delivered = new ArrayList<>(once);
        random.ints(once.isEmpty() ? 0 : repeated, 0, Math.max(1, once.size()))
                .mapToObj(once::get)
                .forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private static List<List<StreamRecord>> batches(List<Map<String, Object>> delivered, int size) throws IOException {
        String event = StreamRecords.event(delivered);
        List<StreamRecord> records = StreamEvent.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)))
                .records();
        return IntStream.iterate(0, from -> from < records.size(), from -> from + size)
                .mapToObj(from -> records.subList(from, Math.min(from + size, records.size())))
                .toList();
    }

    @Provide
    Arbitrary<List<History>> histories() {
        return Combinators.combine(
                        lines(),
                        Arbitraries.of("EUR", "USD"),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2).optional())
                .as(History::new)
                .list();
    }

    private static Arbitrary<List<OrderLine>> lines() {
        Arbitrary<OrderLine> line = Combinators.combine(
                        Arbitraries.of("tea", "cup", "pot"),
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.longs().between(0, 1_000_000_000))
                .as((sku, quantity, price) -> OrderLine.of(sku, quantity).at(price));
        return line.list().ofMinSize(1).ofMaxSize(3).uniqueElements(OrderLine::sku);
    }
}
