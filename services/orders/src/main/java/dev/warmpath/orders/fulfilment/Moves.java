package dev.warmpath.orders.fulfilment;

import dev.warmpath.batch.Retry;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.OrderLines;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.fulfilment.Decision.Confirmation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Makes moves of orders, each by one write.
 *
 * <p>A write whose answer was lost is safe to be repeated: the SDK's own repetitions of a transaction carry the token of the
 * first one, and any other write finds the order moved.
 */
public final class Moves {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final String tableName;
    private final Retry retry = new Retry();

    public Moves(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /** Confirms an order and takes its stock, both or neither. */
    Outcome confirm(Move move, Confirmation confirmation, Deadline deadline) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(action(move.transition()
                .set("lines", new OrderLines().transformFrom(confirmation.lines()))
                .set(
                        "total",
                        AttributeValue.fromN(Long.toString(confirmation.total().amount())))
                .set("currency", AttributeValue.fromS(confirmation.total().currency()))
                .in(tableName)));
        confirmation.lines().forEach(line -> actions.add(action(Stock.take(tableName, line))));
        return retry.call(deadline, () -> transact(move, actions));
    }

    private Outcome transact(Move move, List<TransactWriteItem> actions) {
        try {
            client.transactWriteItems(transaction -> transaction.transactItems(actions));
            return Outcome.MOVED;
        } catch (TransactionCanceledException e) {
            return whyNot(move, e);
        }
    }

    /**
     * The order's own condition comes first: where an answer was lost, the order may be confirmed, and have used up its stock
     * itself.
     */
    private static Outcome whyNot(Move move, TransactionCanceledException cancelled) {
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        if (reasons.stream().noneMatch(Moves::isCondition)) {
            throw cancelled;
        }
        CancellationReason ofOrder = reasons.getFirst();
        return isCondition(ofOrder) ? move.outcomeOn(ofOrder.item()) : Outcome.OUT_OF_STOCK;
    }

    private static boolean isCondition(CancellationReason reason) {
        return CONDITION_FAILED.equals(reason.code());
    }

    /** Rejects an order; one that was decided on meanwhile stays as it is. */
    Outcome reject(Move move, Reason reason, Deadline deadline) {
        UpdateItemRequest request = move.transition()
                .set("reason", AttributeValue.fromS(reason.name()))
                .alone(tableName);
        return retry.call(deadline, () -> update(move, request));
    }

    private Outcome update(Move move, UpdateItemRequest request) {
        try {
            client.updateItem(request);
            return Outcome.MOVED;
        } catch (ConditionalCheckFailedException e) {
            return move.outcomeOn(e.item());
        }
    }

    private static TransactWriteItem action(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
