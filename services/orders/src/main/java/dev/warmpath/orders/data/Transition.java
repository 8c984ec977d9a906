package dev.warmpath.orders.data;

import dev.warmpath.items.Terms;
import dev.warmpath.items.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Moves an order from one status to another, on the condition that it still has the one, so that of several that try
 * exactly one succeeds. Where the condition fails, the failure brings the order as it is.
 */
public final class Transition {
    private final OrderKey key;
    private final Terms terms = new Terms();
    private final List<String> changes = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    public Transition(OrderKey key, OrderStatus from, OrderStatus to, Instant at) {
        this.key = key;
        conditions.add(terms.name("status") + " = " + terms.text(from.name()));
        set("status", AttributeValue.fromS(to.name()));
        set("updatedAt", AttributeValue.fromS(Timestamps.text(at)));
    }

    /** Only if the order has what the request with this {@link BodyHash} ordered. */
    public Transition ifPlacedBy(String bodyHash) {
        conditions.add(terms.name("bodyHash") + " = " + terms.text(bodyHash));
        return this;
    }

    /** Sets another attribute besides. */
    public Transition set(String attribute, AttributeValue value) {
        changes.add(terms.name(attribute) + " = " + terms.value(value));
        return this;
    }

    /** As a part of a transaction. */
    public Update in(String tableName) {
        return Update.builder()
                .tableName(tableName)
                .key(key.attributes())
                .updateExpression(change())
                .conditionExpression(condition())
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** As a request of its own. */
    public UpdateItemRequest alone(String tableName) {
        return UpdateItemRequest.builder()
                .tableName(tableName)
                .key(key.attributes())
                .updateExpression(change())
                .conditionExpression(condition())
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** What is not pending any more leaves the index of pending orders. */
    private String change() {
        String remove = " REMOVE " + terms.name("pendingShard") + ", " + terms.name("nextAttemptAt");
        return "SET " + String.join(", ", changes) + remove;
    }

    private String condition() {
        return String.join(" AND ", conditions);
    }
}
