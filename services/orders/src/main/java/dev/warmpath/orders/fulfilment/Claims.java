package dev.warmpath.orders.fulfilment;

import dev.warmpath.items.Terms;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Attempt;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Takes attempts at orders before they are made, so that of several runs only one makes an attempt. Should two make it all the
 * same, the workers find the order decided on the second time.
 */
final class Claims {
    private final DynamoDbClient client;
    private final String tableName;

    Claims(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /**
     * Moves the next attempt of an order on.
     *
     * @return whether it was where the order says, and the order pending
     */
    boolean claim(Order order, Attempt due, Attempt next) {
        try {
            client.updateItem(request(order, due, next));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return isOwn(e.item(), next);
        }
    }

    /** The client repeats an update whose answer was lost, and then finds its own in the way. */
    private static boolean isOwn(Map<String, AttributeValue> row, Attempt next) {
        return !row.isEmpty() && OrderSchema.order(row).nextAttempt().equals(Optional.of(next));
    }

    private UpdateItemRequest request(Order order, Attempt due, Attempt next) {
        Terms terms = new Terms();
        String at = terms.name("nextAttemptAt");
        String change = "SET " + at + " = " + terms.text(Timestamps.text(next.at())) + ", " + terms.name("attempts")
                + " = " + terms.number(next.number());
        String condition = terms.name("status") + " = " + terms.text(OrderStatus.PENDING.name()) + " AND " + at + " = "
                + terms.text(Timestamps.text(due.at()));
        return UpdateItemRequest.builder()
                .tableName(tableName)
                .key(order.key().attributes())
                .updateExpression(change)
                .conditionExpression(condition)
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }
}
