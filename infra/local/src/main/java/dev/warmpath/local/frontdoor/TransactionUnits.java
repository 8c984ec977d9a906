package dev.warmpath.local.frontdoor;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Write request units of a transaction, by DynamoDB's rule from the request, since DynamoDB Local tells four for each
 * started KB and counts actions that took the same once: each action is two writes, of the table alone.
 *
 * <p>Only the item of a put is known, so every other action, and the item that a put replaces, is taken as 1 KB at most. What
 * the writes cost in indexes, to which DynamoDB brings them after the transaction, is not counted.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-capacity-handling">
 *     Capacity management for transactions</a>
 */
final class TransactionUnits {
    private static final int WRITES_OF_AN_ACTION = 2;
    private static final int BYTES_OF_A_UNIT = 1024;

    private TransactionUnits() {}

    /** Zero where the request is none that DynamoDB would take. */
    static double of(byte[] request) {
        try {
            return JSON.std.mapFrom(request).get("TransactItems") instanceof List<?> actions
                    ? WRITES_OF_AN_ACTION
                            * actions.stream()
                                    .mapToLong(TransactionUnits::unitsOfAWrite)
                                    .sum()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long unitsOfAWrite(Object action) {
        return action instanceof Map<?, ?> one
                        && one.get("Put") instanceof Map<?, ?> put
                        && put.get("Item") instanceof Map<?, ?> item
                ? Math.max(1, Math.ceilDiv(ItemSize.of(item), BYTES_OF_A_UNIT))
                : 1;
    }
}
