package dev.warmpath.orders.report;

import dev.warmpath.clients.CannedAnswer;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.telemetry.Telemetry;
import dev.warmpath.telemetry.Tracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the report of a day: its orders as {@code orders/2026/11/20.csv.gz}, and their sums as
 * {@code summary/2026/11/20.xlsx}.
 *
 * <p>The orders of the day are in memory while they are sorted, what is stored is written to {@code /tmp} first.
 */
public final class Reports {
    private static final String PRIMING_ORDER = """
            {"Count": 1, "Items": [{"pk": {"S": "USER#priming"}, "sk": {"S": "ORDER#priming"}, "status": {"S": "CONFIRMED"},
            "lines": {"L": [{"M": {"sku": {"S": "priming"}, "quantity": {"N": "1"}, "unitPrice": {"N": "1"}}}]},
            "total": {"N": "1"}, "currency": {"S": "EUR"}, "bodyHash": {"S": "0"}, "correlationId": {"S": "priming"},
            "placedAt": {"S": "2026-01-01T00:00:00.001Z"}, "updatedAt": {"S": "2026-01-01T00:00:00.001Z"}}]}""";

    private static final String GZIP = "application/gzip";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OrdersOfDay orders;
    private final ReportStore store;

    Reports(OrdersOfDay orders, ReportStore store) {
        this.orders = orders;
        this.store = store;
    }

    /** Reports of a table, to a bucket. */
    public static Reports of(DynamoDbClient client, String table, String bucket) {
        return new Reports(new OrdersOfDay(client, table), Bucket.named(bucket));
    }

    /** Reports of made-up orders, to nowhere: lets priming warm all that a report runs through, but the last step. */
    public static Reports priming() {
        return new Reports(new OrdersOfDay(CannedAnswer.dynamoDb(PRIMING_ORDER), "priming"), ReportStore.NOWHERE);
    }

    /**
     * Reads, writes, and then stores, so that nothing is stored of a report that fails. The same orders give the same
     * objects.
     *
     * @throws dev.warmpath.deadline.DeadlineException if there is not enough time for it
     */
    public Reported make(ReportDay day, Deadline deadline) throws IOException {
        List<Order> placed = traced("read orders", () -> orders.read(day, deadline));
        Path list = Files.createTempFile("orders", ".csv.gz");
        Path summary = Files.createTempFile("summary", ".xlsx");
        try {
            traced("write list", () -> {
                OrderList.write(placed, list);
                return list;
            });
            traced("write summary", () -> {
                SummaryWorkbook.write(day, Summary.of(placed), summary);
                return summary;
            });
            store(day, list, summary, deadline);
            return Reported.of(day, placed);
        } finally {
            Files.delete(list);
            Files.delete(summary);
        }
    }

    private static <T, X extends Exception> T traced(String step, Tracer.Call<T, X> call) throws X {
        return Telemetry.tracer().trace(step, call);
    }

    private void store(ReportDay day, Path list, Path summary, Deadline deadline) {
        FanOut.all(
                deadline,
                List.of(
                        Executors.callable(() -> store.put(day.ordersKey(), GZIP, list)),
                        Executors.callable(() -> store.put(day.summaryKey(), XLSX, summary))));
    }
}
