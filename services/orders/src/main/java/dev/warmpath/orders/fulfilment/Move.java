package dev.warmpath.orders.fulfilment;

import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Transition;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The order of a message on its way out of PENDING.
 *
 * @param at the same in all attempts, and as exact as it can be kept, so that an attempt knows what an earlier one has done
 */
record Move(OrderMessage message, OrderStatus to, Instant at) {
    /** Holds only if the order is pending, and is the one that the message speaks of. */
    Transition transition() {
        return new Transition(message.key(), OrderStatus.PENDING, to, at).ifPlacedBy(message.bodyHash());
    }

    /**
     * What came of an attempt whose condition failed.
     *
     * @param row as the attempt found it; empty if there is none
     */
    Outcome outcomeOn(Map<String, AttributeValue> row) {
        if (row.isEmpty()) {
            return Outcome.MISSING;
        }
        Order found = OrderSchema.order(row);
        if (!found.bodyHash().equals(message.bodyHash())) {
            return Outcome.OTHER_BODY;
        }
        // The answer to an earlier attempt was lost.
        boolean moved = found.status() == to && found.updatedAt().equals(at);
        return moved ? Outcome.MOVED : Outcome.DECIDED_BEFORE;
    }
}
