package dev.warmpath.users;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.Rows;
import dev.warmpath.function.TableSource;
import java.util.Collection;
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

    private final TableSource<User> source;
    private final BatchWrite write;

    UserBatches(DynamoDbClient client, String tableName) {
        Table table = new Table(tableName, List.of(KEY));
        this.source = new TableSource<>(new BatchGet(client, table, REQUESTS_AT_ONCE), new UserRows());
        this.write = new BatchWrite(client, table, REQUESTS_AT_ONCE);
    }

    @Override
    public Loaded<User> findAll(Collection<String> userIds, Deadline deadline) {
        return source.load(userIds, deadline);
    }

    @Override
    public Loaded<User> findAllLatest(Collection<String> userIds, Deadline deadline) {
        return source.loadLatest(userIds, deadline);
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
        write.sendRefusedPut();
    }

    private static WriteRequest put(User user) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(UserSchema.SCHEMA.itemToMap(user, true)))
                .build();
    }

    private static final class UserRows implements Rows<User> {
        @Override
        public Map<String, AttributeValue> key(String userId) {
            return Map.of(KEY, AttributeValue.fromS(userId));
        }

        @Override
        public User value(Map<String, AttributeValue> row) {
            return UserSchema.SCHEMA.mapToItem(row);
        }

        @Override
        public String id(User user) {
            return user.userId();
        }

        @Override
        public long version(User user) {
            return user.version();
        }
    }
}
