package dev.warmpath.users;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The users table. */
final class DynamoDbUsers implements Users {
    private static final String IF_NONE = "attribute_not_exists(userId)";
    private static final String NEVER = "attribute_not_exists(userId) AND attribute_exists(userId)";

    private final DynamoDbTable<User> table;
    private final Expression createCondition;

    DynamoDbUsers(DynamoDbClient client, String tableName) {
        // No extensions: those that come by default would be loaded at start, and versions are ours.
        this(
                DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(client)
                        .extensions()
                        .build()
                        .table(tableName, UserSchema.SCHEMA),
                IF_NONE);
    }

    private DynamoDbUsers(DynamoDbTable<User> table, String createCondition) {
        this.table = table;
        this.createCondition = Expression.builder().expression(createCondition).build();
    }

    /** The same table, of which each creation reaches the table and fails there: for priming. */
    DynamoDbUsers neverCreating() {
        return new DynamoDbUsers(table, NEVER);
    }

    /** Reads at half the price of a consistent read, except that a miss is made sure of: a user may have just been created. */
    @Override
    public Optional<User> find(String userId) {
        Optional<User> user = get(userId, false);
        return user.isPresent() ? user : findLatest(userId);
    }

    @Override
    public Optional<User> findLatest(String userId) {
        return get(userId, true);
    }

    private Optional<User> get(String userId, boolean consistent) {
        GetItemEnhancedRequest request = GetItemEnhancedRequest.builder()
                .key(Key.builder().partitionValue(userId).build())
                .consistentRead(consistent)
                .build();
        return Optional.ofNullable(table.getItem(request));
    }

    /** Stores a new user, unless there is one with this id. */
    Creation create(User user) {
        PutItemEnhancedRequest<User> request = PutItemEnhancedRequest.builder(User.class)
                .item(user)
                .conditionExpression(createCondition)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        try {
            table.putItem(request);
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? inTheWay(UserSchema.SCHEMA.mapToItem(e.item()), user) : Creation.TAKEN;
        }
    }

    /** The client repeats a put whose answer was lost, and then finds its own row in the way. */
    private static Creation inTheWay(User existing, User wanted) {
        if (existing.equals(wanted)) {
            return Creation.CREATED;
        }
        return existing.status() == Status.SUSPENDED ? Creation.TAKEN_BY_SUSPENDED : Creation.TAKEN;
    }
}
