package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Pace;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A user's orders, of which only some attributes are answered: whole from the table, cut down by DynamoDB, or from an index that
 * holds no more.
 *
 * <p>A projection expression changes what is sent, and not what is read: capacity is that of whole items (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Other.html">Query</a>).
 */
final class Projections {
    static final Pattern PATTERN = new Pattern(
            "projection",
            "What does a list save by asking for its attributes only, and by an index that holds only these?",
            Projections::trials);

    private Projections() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        StoreBed bed = workbench.stores();
        int users = bed.data().usersWithMost();
        Pace modelled = workbench.pace(5, 10, 20);
        Pace asTheyAre = workbench.pace(500, 20, 50);
        return List.of(
                bed.asTheyAre(
                        Figure.READ_UNITS,
                        "projected by the query, engines as they are",
                        asTheyAre,
                        stores -> byExpression(stores, users)),
                bed.modelled(
                        Figure.READ_UNITS,
                        "projected by the index, modelled latencies",
                        modelled,
                        stores -> byIndex(stores, users)),
                bed.asTheyAre(
                        Figure.READ_UNITS,
                        "projected by the index, engines as they are",
                        asTheyAre,
                        stores -> byIndex(stores, users)));
    }

    static Pair byIndex(Stores stores, int users) {
        return Pair.of(
                "an index of whole items",
                new Listing(stores, new Skew(users), query -> query.indexName(StoreTables.WHOLE_LIST.name())),
                "an index of the listed attributes",
                new Listing(stores, new Skew(users), query -> query.indexName(StoreTables.LIST.name())));
    }

    static Pair byExpression(Stores stores, int users) {
        Map<String, String> names = new LinkedHashMap<>();
        StoreTables.LISTED.forEach(attribute -> names.put("#a" + names.size(), attribute));
        String expression = String.join(",", names.keySet());
        Map<String, String> ofQuery = new HashMap<>(names);
        return Pair.of(
                "whole items",
                new Listing(stores, new Skew(users), query -> {}),
                "a projection expression",
                new Listing(
                        stores,
                        new Skew(users),
                        query -> query.projectionExpression(expression).expressionAttributeNames(ofQuery)));
    }

    /** Both ways answer the listed attributes. */
    private record Listing(Stores stores, Skew users, Consumer<QueryRequest.Builder> projection) implements Job {
        @Override
        public Object run() {
            AttributeValue partition = StoreRows.text(StoreRows.partition(users.next()));
            QueryRequest request = QueryRequest.builder()
                    .tableName(StoreTables.ORDERS)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", partition))
                    .applyMutation(projection)
                    .build();
            return stores.dynamoDb().query(request).items().stream()
                    .map(Listing::listed)
                    .toList();
        }

        private static Map<String, AttributeValue> listed(Map<String, AttributeValue> order) {
            Map<String, AttributeValue> listed = new HashMap<>(order);
            listed.keySet().retainAll(StoreTables.LISTED);
            return listed;
        }
    }
}
