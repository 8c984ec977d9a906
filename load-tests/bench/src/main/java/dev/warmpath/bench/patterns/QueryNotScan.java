package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Pace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A user's orders, found by the key that they are kept under, or among all rows of the table. */
final class QueryNotScan {
    private static final String CONDITION = "pk = :pk AND begins_with(sk, :order)";

    static final Pattern PATTERN = new Pattern(
            "query-not-scan",
            "What does a Query save over a Scan with a filter, among " + StoreData.OF_THE_BENCH.orders() + " orders?",
            QueryNotScan::trials);

    private QueryNotScan() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        int users = workbench.stores().data().users();
        Pace modelled = workbench.pace(3, 10, 3);
        Pace asTheyAre = workbench.pace(10, 10, 5);
        return workbench.stores().trials(Figure.READ_UNITS, modelled, asTheyAre, stores -> pair(stores, users));
    }

    static Pair pair(Stores stores, int users) {
        Skew forScan = new Skew(users);
        Skew forQuery = new Skew(users);
        return Pair.of("Scan", () -> scan(stores, forScan.next()), "Query", () -> query(stores, forQuery.next()));
    }

    /** Page by page. */
    private static Set<Map<String, AttributeValue>> scan(Stores stores, int user) {
        return stores
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(StoreTables.ORDERS)
                        .filterExpression(CONDITION)
                        .expressionAttributeValues(values(user)))
                .items()
                .stream()
                .collect(Collectors.toSet());
    }

    private static Set<Map<String, AttributeValue>> query(Stores stores, int user) {
        return Set.copyOf(stores.dynamoDb()
                .query(query -> query.tableName(StoreTables.ORDERS)
                        .keyConditionExpression(CONDITION)
                        .expressionAttributeValues(values(user)))
                .items());
    }

    private static Map<String, AttributeValue> values(int user) {
        return Map.of(":pk", StoreRows.text(StoreRows.partition(user)), ":order", StoreRows.text("ORDER#"));
    }
}
