package dev.warmpath.orders.report;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads the orders that were placed on a day.
 *
 * <p>No index has the orders of all users by day, since all of a day's writes would meet in one partition of it; so this reads
 * the whole table, and pays for all of it, in segments side by side.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan">Parallel scan</a>
 */
record OrdersOfDay(DynamoDbClient client, String table) {
    /** While one page is waited for, another one is parsed. */
    private static final int SEGMENTS_PER_CPU = 2;

    /** The ids tell orders of one millisecond apart. */
    private static final Comparator<Order> BY_TIME = Comparator.comparing(Order::placedAt)
            .thenComparing(order -> order.key().orderId())
            .thenComparing(order -> order.key().userId());

    /**
     * The orders in the order of their times.
     *
     * @throws dev.warmpath.deadline.DeadlineException if the table cannot be read in time
     */
    List<Order> read(ReportDay day, Deadline deadline) {
        int segments = SEGMENTS_PER_CPU * Runtime.getRuntime().availableProcessors();
        List<Callable<List<Order>>> scans = IntStream.range(0, segments)
                .mapToObj(segment -> (Callable<List<Order>>) () -> scan(scan(day, segment, segments)))
                .toList();
        return FanOut.all(deadline, scans).stream()
                .flatMap(List::stream)
                .sorted(BY_TIME)
                .toList();
    }

    /** Nothing but orders has such a time. */
    private ScanRequest scan(ReportDay day, int segment, int segments) {
        return ScanRequest.builder()
                .tableName(table)
                .segment(segment)
                .totalSegments(segments)
                .consistentRead(true)
                .filterExpression("begins_with(placedAt, :day)")
                .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(day.timePrefix())))
                .build();
    }

    private List<Order> scan(ScanRequest first) {
        List<Order> orders = new ArrayList<>();
        for (ScanResponse page : client.scanPaginator(first)) {
            page.items().forEach(row -> orders.add(OrderSchema.order(row)));
        }
        return orders;
    }
}
