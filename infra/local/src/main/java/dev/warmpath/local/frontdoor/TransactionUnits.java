package dev.warmpath.local.frontdoor;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Write request units of a transaction. DynamoDB Local tells four for each started KB, and counts actions that took the same
 * once, so those of the actions come from the request, by DynamoDB's rule: each action is two writes.
 *
 * <p>Only the item of a put is known, so every other action, and the item that a put replaces, is taken as 1 KB at most.
 *
 * <p>An index has no part in the transaction: changes reach it afterwards, and cost what they cost after any other write. That
 * part comes from the answer, which is right as long as no two actions write the same index: of those that took the same, the
 * engine counts one.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-capacity-handling">
 *     Capacity management for transactions</a>
 * @see <a href="https://github.com/nubo-db/dynoxide/pull/188">An account of DynamoDB's own answers</a>, by which the indexes'
 *     part is not doubled; AWS's pages do not say it
 */
public final class TransactionUnits {
    static final String OPERATION = "TransactWriteItems";

    private static final int WRITES_OF_AN_ACTION = 2;
    private static final int BYTES_OF_A_UNIT = 1024;
    private static final int TOLD_FOR_A_WRITE = 4;

    private TransactionUnits() {}

    /**
     * Units of the actions in their tables, whether the transaction succeeds or is cancelled.
     *
     * @param request in JSON, as it is sent; zero where it is none that DynamoDB would take
     */
    public static double ofActions(byte[] request) {
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

    /** Units of writes into indexes. */
    public static double ofIndexes(double toldByTheEngine) {
        return toldByTheEngine / TOLD_FOR_A_WRITE;
    }

    private static long unitsOfAWrite(Object action) {
        return action instanceof Map<?, ?> one
                        && one.get("Put") instanceof Map<?, ?> put
                        && put.get("Item") instanceof Map<?, ?> item
                ? Math.max(1, Math.ceilDiv(ItemSize.of(item), BYTES_OF_A_UNIT))
                : 1;
    }
}
