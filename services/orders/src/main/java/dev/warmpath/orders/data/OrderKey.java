package dev.warmpath.orders.data;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which order: its key has the caller in it, so that another caller's order cannot even be addressed. */
public record OrderKey(String userId, String orderId) {
    /** Spreads writes of the index of pending orders, which would else all meet in one partition. */
    public static final int PENDING_SHARDS = 16;

    private static final String PARTITION = "USER#";
    private static final String SORT = "ORDER#";

    /** DynamoDB takes partition keys of 1 to 2,048 bytes, and a character has 3 at most. */
    private static final int LONGEST_USER_ID = (2048 - PARTITION.length()) / 3;

    /** The order whose row has this key. */
    public static OrderKey of(Map<String, AttributeValue> row) {
        return of(row.get("pk").s(), row.get("sk").s());
    }

    static OrderKey of(String pk, String sk) {
        return new OrderKey(pk.substring(PARTITION.length()), sk.substring(SORT.length()));
    }

    /** Whether a user of this id can have orders. */
    public static boolean canBeOf(String userId) {
        return !userId.isEmpty() && userId.length() <= LONGEST_USER_ID;
    }

    /** Under which all orders of a user are. */
    public static String partition(String userId) {
        return PARTITION + userId;
    }

    public String pk() {
        return partition(userId);
    }

    public String sk() {
        return SORT + orderId;
    }

    public Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(pk()), "sk", AttributeValue.fromS(sk()));
    }

    /** The partition of the index of pending orders that this one is in as long as it is pending. */
    public String pendingShard() {
        return pendingShard(Math.floorMod(orderId.hashCode(), PENDING_SHARDS));
    }

    /** @param shard below {@link #PENDING_SHARDS} */
    public static String pendingShard(int shard) {
        return "PENDING#" + shard;
    }
}
