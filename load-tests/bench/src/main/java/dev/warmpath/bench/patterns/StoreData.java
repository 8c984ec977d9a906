package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Table;
import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * How much is in the tables.
 *
 * @param orders of two lines; one of each {@value #ONE_PENDING_OF} is pending
 */
record StoreData(int users, int products, int orders) {
    /** As much as the comparison with the naive twin has. */
    static final StoreData OF_THE_BENCH = new StoreData(2_000, 500, 5_000);

    /** Enough for each pattern to have something to do. */
    static final StoreData FEW = new StoreData(200, 100, 400);

    static final int LINES = 2;

    private static final int ONE_PENDING_OF = 200;
    private static final int REQUESTS_AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static Deadline deadline() {
        return Deadline.in(LONGEST);
    }

    static Table usersTable() {
        return new Table(StoreTables.USERS, List.of("userId"));
    }

    static Table keyed(String name) {
        return new Table(name, List.of("pk", "sk"));
    }

    void write(DynamoDbClient client) {
        write(client, usersTable(), rows(users, StoreRows::user));
        Stream.of(StoreTables.ORDERS, StoreTables.PLACED).map(StoreData::keyed).forEach(table -> {
            write(client, table, rows(products, StoreRows::product));
            write(client, table, rows(products, StoreRows::stock));
        });
        write(client, keyed(StoreTables.ORDERS), rows(orders, this::order));
    }

    private Map<String, AttributeValue> order(int number) {
        return number % ONE_PENDING_OF == 0
                ? StoreRows.pending(owner(number), number, LINES)
                : StoreRows.order(owner(number), number, LINES);
    }

    /** Four orders of five belong to the first fifth of the users. */
    private int owner(int order) {
        int fifths = order / 5;
        return order % 5 == 0 ? fifths % users : (order - fifths) % usersWithMost();
    }

    /** The first of all users, who have most of the orders. */
    int usersWithMost() {
        return Math.max(1, users / 5);
    }

    private static Stream<Map<String, AttributeValue>> rows(int count, IntFunction<Map<String, AttributeValue>> row) {
        return IntStream.range(0, count).mapToObj(row);
    }

    private static void write(DynamoDbClient client, Table table, Stream<Map<String, AttributeValue>> rows) {
        List<WriteRequest> left = new BatchWrite(client, table, REQUESTS_AT_ONCE)
                .write(rows.map(StoreData::put).toList(), deadline());
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " rows could not be stored within " + LONGEST);
        }
    }

    static WriteRequest put(Map<String, AttributeValue> row) {
        return WriteRequest.builder().putRequest(put -> put.item(row)).build();
    }

    static WriteRequest delete(Map<String, AttributeValue> key) {
        return WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build();
    }
}
