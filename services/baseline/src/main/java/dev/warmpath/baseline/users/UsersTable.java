package dev.warmpath.baseline.users;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

public final class UsersTable implements AutoCloseable {
    private final DynamoDbClient client;
    private final DynamoDbTable<User> table;

    public UsersTable() {
        this.client = DynamoDbClient.create();
        this.table = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client)
                .build()
                .table(System.getenv("USERS_TABLE"), TableSchema.fromBean(User.class));
    }

    public Optional<User> find(String userId) {
        return Optional.ofNullable(
                table.getItem(request -> request.key(key(userId)).consistentRead(true)));
    }

    public void put(User user) {
        table.putItem(user);
    }

    boolean create(User user) {
        Expression isNew =
                Expression.builder().expression("attribute_not_exists(userId)").build();
        try {
            table.putItem(request -> request.item(user).conditionExpression(isNew));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    boolean replace(User user, long seen) {
        try {
            table.putItem(request -> request.item(user).conditionExpression(isVersion(seen)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    boolean delete(User user) {
        try {
            table.deleteItem(
                    request -> request.key(key(user.getUserId())).conditionExpression(isVersion(user.getVersion())));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    List<User> scan(List<String> statuses) {
        Expression.Builder filter = Expression.builder().expression("#status IN (:0, :1)");
        filter.putExpressionName("#status", "status");
        filter.putExpressionValue(":0", AttributeValue.fromS(statuses.getFirst()));
        filter.putExpressionValue(":1", AttributeValue.fromS(statuses.getLast()));
        return table.scan(request -> request.filterExpression(filter.build()).consistentRead(true)).items().stream()
                .toList();
    }

    private static Expression isVersion(long version) {
        return Expression.builder()
                .expression("version = :seen")
                .putExpressionValue(":seen", AttributeValue.fromN(Long.toString(version)))
                .build();
    }

    private static Key key(String userId) {
        return Key.builder().partitionValue(userId).build();
    }

    @Override
    public void close() {
        client.close();
    }
}
