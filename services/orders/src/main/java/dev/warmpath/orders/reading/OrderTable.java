package dev.warmpath.orders.reading;

import dev.warmpath.http.Position;
import dev.warmpath.http.Position.Progress;
import dev.warmpath.items.Terms;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderSchema;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The orders in the orders table. */
public final class OrderTable {
    private static final String PLACED_INDEX = "GSI2";

    private final DynamoDbClient client;
    private final String tableName;

    public OrderTable(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /** The order as it is now: whoever reads it wants to see what has become of it, or of a cancellation. */
    public Optional<Order> find(OrderKey key) {
        var answer = client.getItem(
                get -> get.tableName(tableName).key(key.attributes()).consistentRead(true));
        return answer.hasItem() ? Optional.of(OrderSchema.order(answer.item())) : Optional.empty();
    }

    /**
     * One page of a user's orders, newest first; a little behind the table, as every global index is. Takes exactly one call:
     * 101 orders of 50 lines have less than 1 MB, which is the most that one answers.
     */
    OrderPage list(String userId, Position from, int limit) {
        QueryResponse response = client.query(request(userId, from, limit + 1));
        List<Order> orders =
                response.items().stream().map(OrderSchema::order).limit(limit).toList();
        boolean more =
                response.items().size() > limit || !response.lastEvaluatedKey().isEmpty();
        return new OrderPage(userId, orders, more && !orders.isEmpty());
    }

    private QueryRequest request(String userId, Position from, int most) {
        Terms terms = new Terms();
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(tableName)
                .indexName(PLACED_INDEX)
                .keyConditionExpression(terms.name("pk") + " = " + terms.text(OrderKey.partition(userId)))
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .scanIndexForward(false)
                .limit(most);
        if (from.progress() == Progress.AFTER) {
            request.exclusiveStartKey(OrderPosition.of(from).key(userId));
        }
        return request.build();
    }
}
