package dev.warmpath.users;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Items;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The users table, many users at a time. */
final class UserBatches implements ManyUsers {
    private static final String KEY = "userId";

    /** A fifth of the client's connections. */
    private static final int REQUESTS_AT_ONCE = 10;

    private final DynamoDbClient client;
    private final Table table;
    private final BatchGet read;
    private final BatchWrite write;

    UserBatches(DynamoDbClient client, String tableName) {
        this.client = client;
        this.table = new Table(tableName, List.of(KEY));
        this.read = new BatchGet(client, table, REQUESTS_AT_ONCE);
        this.write = new BatchWrite(client, table, REQUESTS_AT_ONCE);
    }

    /** Reads at half the price of consistent reads, except that misses are made sure of: a user may have just been created. */
    @Override
    public Loaded<User> findAll(Collection<String> userIds, Deadline deadline) {
        Loaded<User> first = read(read, userIds, deadline);
        Set<String> missing = new HashSet<>(userIds);
        missing.removeAll(first.found().keySet());
        missing.removeAll(first.unread());
        return missing.isEmpty() ? first : together(first, findAllLatest(missing, deadline));
    }

    @Override
    public Loaded<User> findAllLatest(Collection<String> userIds, Deadline deadline) {
        return read(read.consistent(), userIds, deadline);
    }

    /**
     * Puts each user in the place of whatever the table has of this id, without a look at it.
     *
     * @return ids of those that are not known to be stored when the time is over; storing them again does no harm
     */
    Set<String> replaceAll(Collection<User> users, Deadline deadline) {
        List<WriteRequest> puts = users.stream().map(UserBatches::put).toList();
        return write.write(puts, deadline).stream()
                .map(left -> left.putRequest().item().get(KEY).s())
                .collect(Collectors.toSet());
    }

    /**
     * Sends a put without key, which every table refuses: for priming.
     *
     * @throws DynamoDbException if it fails for another reason, such as a table that does not exist
     */
    void sendRefusedPut() {
        WriteRequest keyless = WriteRequest.builder()
                .putRequest(put -> put.item(Map.of("priming", AttributeValue.fromBool(true))))
                .build();
        try {
            client.batchWriteItem(batch -> batch.requestItems(Map.of(table.name(), List.of(keyless))));
        } catch (DynamoDbException e) {
            if (!"ValidationException".equals(e.awsErrorDetails().errorCode())) {
                throw e;
            }
        }
    }

    private static Loaded<User> read(BatchGet read, Collection<String> userIds, Deadline deadline) {
        Items items = read.read(userIds.stream().map(UserBatches::key).toList(), deadline);
        Map<String, User> found = new HashMap<>();
        items.found().stream().map(UserSchema.SCHEMA::mapToItem).forEach(user -> found.put(user.userId(), user));
        Set<String> unread =
                items.unread().stream().map(key -> key.get(KEY).s()).collect(Collectors.toSet());
        return new Loaded<>(found, unread);
    }

    private static Loaded<User> together(Loaded<User> one, Loaded<User> other) {
        Map<String, User> found = new HashMap<>(one.found());
        found.putAll(other.found());
        Set<String> unread = new HashSet<>(one.unread());
        unread.addAll(other.unread());
        return new Loaded<>(found, unread);
    }

    private static Map<String, AttributeValue> key(String userId) {
        return Map.of(KEY, AttributeValue.fromS(userId));
    }

    private static WriteRequest put(User user) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(UserSchema.SCHEMA.itemToMap(user, true)))
                .build();
    }
}
