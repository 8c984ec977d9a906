package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.OrdersRows.OneLine;
import dev.warmpath.local.OrdersRows.Sold;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.lambda.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The workers on the stream of the orders table in a whole run of the repository's template: from rows to revenue. */
@Tag("full")
@Timeout(180)
class OrdersStreamIT {
    private static final String TEN = "2026-11-20T10:59:59.999Z";
    private static final String ELEVEN = "2026-11-20T11:00:00.000Z";
    private static final Pattern ORDERS_METERED = Pattern.compile("\"OrdersPerMinuteApprox\":(\\d+)");

    private static final Queue<String> LOGS = new ConcurrentLinkedQueue<>();

    private static LocalRun run;
    private static OrdersRows rows;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        run = LocalRun.start(options(folder), TestRuns.listening(LOGS));
        rows = OrdersRows.of(run);
    }

    /** With windows so short that a test can wait for their end. */
    private static RunOptions options(Path folder) throws Exception {
        String template = Files.readString(TestRuns.PROJECT.resolve("template.yaml"))
                .replaceAll("(CodeUri|ContentUri): ", "$1: " + TestRuns.PROJECT + "/")
                .replaceFirst("TumblingWindowInSeconds: \\d+", "TumblingWindowInSeconds: 1");
        return new RunOptions(
                TestRuns.PROJECT,
                Files.writeString(folder.resolve("template.yaml"), template),
                0,
                Optional.empty(),
                Map.of(),
                SharedCacheOption.DYNAMODB,
                2,
                Duration.ofMinutes(5),
                true);
    }

    @AfterAll
    static void stop() {
        rows.close();
        run.close();
    }

    @AfterEach
    void removeRules() {
        run.frontDoor().rules().clear();
    }

    @Test
    void revenueIsThatOfTheOrdersThoughCallsFailAndAnswersAreLost() throws Exception {
        run.frontDoor()
                .rules()
                .add(Rule.of(new LostAnswer())
                        .function("ProjectRevenue")
                        .operation("TransactWriteItems")
                        .calls(3));
        run.frontDoor()
                .rules()
                .add(Rule.of(new Throttling("ThrottlingException"))
                        .function("ProjectRevenue")
                        .operation("TransactWriteItems")
                        .share(0.2));
        List<OneLine> orders = orders("revenue", 40);
        List<OneLine> cancelled = orders.subList(0, 10);

        orders.forEach(order -> rows.place(order, TEN));
        orders.forEach(order -> rows.confirm(order, TEN));
        cancelled.forEach(order -> rows.cancel(order, ELEVEN));

        Map<String, Sold> expected = Stream.concat(
                        orders.stream().map(order -> Map.entry(OrdersRows.rowOf(order, TEN), sold(order, 1))),
                        cancelled.stream().map(order -> Map.entry(OrdersRows.rowOf(order, ELEVEN), sold(order, -1))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Sold::plus));
        Await.until("the revenue of the orders", () -> soldOf("revenue").equals(expected));
        assertThat(run.frontDoor().calls().all())
                .filteredOn(count -> count.call().function().equals("ProjectRevenue"))
                .anyMatch(count -> count.faults() > 3);
    }

    @Test
    void replayOfARecordChangesNothing() throws Exception {
        OneLine order = orders("replay", 1).getFirst();
        rows.place(order, TEN);
        rows.confirm(order, TEN);
        Await.until("the order's revenue", () -> !soldOf("replay").isEmpty());

        assertThat(invoke("ProjectRevenue", confirmation(order))).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(soldOf("replay")).isEqualTo(Map.of(OrdersRows.rowOf(order, TEN), sold(order, 1)));
        Await.until(
                "a line of the replay", () -> LOGS.stream().anyMatch(line -> line.contains("\"RevenueReplays\":1")));
    }

    @Test
    void correlationIdOfTheRequestIsInTheLinesOfItsRevenue() throws Exception {
        OneLine order = orders("correlated", 1).getFirst();
        rows.place(order, TEN);
        rows.confirm(order, TEN);

        Await.until(
                "a line with the id",
                () -> LOGS.stream()
                        .anyMatch(line -> line.contains("\"correlation_id\":\"correlation-" + order.orderId() + "\"")
                                && line.contains("was counted")));
    }

    @Test
    void changedProductIsInTheSharedCache() throws Exception {
        rows.putProduct("shared", 7);
        Await.until("the product", () -> rows.sharedVersion("shared") == 7);

        rows.putProduct("shared", 9);
        Await.until("its change", () -> rows.sharedVersion("shared") == 9);
    }

    @Test
    void ordersAreMeteredWhenTheirWindowEnds() throws Exception {
        orders("metered", 5).forEach(order -> rows.place(order, TEN));

        Await.until("all orders in the metric", () -> metered() >= rows.placed());
    }

    private static long metered() {
        return LOGS.stream()
                .map(ORDERS_METERED::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static List<OneLine> orders(String test, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OneLine(test + "-" + i, test + "-" + i % 3, 1 + i % 5, 100 + i))
                .toList();
    }

    private static Sold sold(OneLine order, int sign) {
        return new Sold(sign * order.total(), sign, (long) sign * order.quantity());
    }

    private static Map<String, Sold> soldOf(String test) {
        return rows.sold().entrySet().stream()
                .filter(row -> row.getKey().startsWith(test + "-"))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String confirmation(OneLine order) {
        return """
                {"Records": [{"eventID": "1", "eventName": "MODIFY", "eventSourceARN": "arn:aws:dynamodb:replay",
                  "dynamodb": {"SequenceNumber": "1", "Keys": %s, "OldImage": %s, "NewImage": %s}}]}""".formatted(
                        json(OrdersRows.key(order)),
                        json(OrdersRows.pending(order, TEN)),
                        json(OrdersRows.confirmed(order, TEN)));
    }

    private static String json(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + json(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(AttributeValue value) {
        return switch (value.type()) {
            case S -> "{\"S\": \"" + value.s() + "\"}";
            case N -> "{\"N\": \"" + value.n() + "\"}";
            case L -> value.l().stream().map(OrdersStreamIT::json).collect(Collectors.joining(", ", "{\"L\": [", "]}"));
            case M -> "{\"M\": " + json(value.m()) + "}";
            default -> throw new IllegalArgumentException("No row of orders has a value as " + value);
        };
    }

    private static String invoke(String function, String event) throws Exception {
        URI route = run.url().resolve("/_warmpath/invoke/" + function);
        HttpRequest request = HttpRequest.newBuilder(route)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
