package dev.warmpath.orders.data;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Items;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Terms;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;

/** The users table as orders see it: read only, ids and statuses. */
public final class Customers {
    private static final String KEY = "userId";
    private static final String SUSPENDED = "SUSPENDED";
    private static final int REQUESTS_AT_ONCE = 4;

    private final DynamoDbClient client;
    private final String tableName;
    private final BatchGet read;

    public Customers(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
        this.read = new BatchGet(client, new Table(tableName, List.of(KEY)), REQUESTS_AT_ONCE).consistent();
    }

    /** Reads what was written last. */
    public Optional<Customer> find(String userId) {
        var answer = client.getItem(get -> get.tableName(tableName)
                .key(key(userId))
                .projectionExpression("#userId, #status")
                .expressionAttributeNames(Map.of("#userId", KEY, "#status", "status"))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(customer(answer.item())) : Optional.empty();
    }

    /** Part of a transaction: fails if the user is suspended, and not if there is none. */
    public ConditionCheck requireNotSuspended(String userId) {
        Terms terms = new Terms();
        String status = terms.name("status");
        return ConditionCheck.builder()
                .tableName(tableName)
                .key(key(userId))
                .conditionExpression(
                        "attribute_not_exists(" + status + ") OR " + status + " <> " + terms.text(SUSPENDED))
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .build();
    }

    /** Reads what was written last. */
    public Loaded<Customer> findAll(Collection<String> userIds, Deadline deadline) {
        Items items = read.read(userIds.stream().distinct().map(Customers::key).toList(), deadline);
        Map<String, Customer> found = new HashMap<>();
        items.found().stream().map(Customers::customer).forEach(customer -> found.put(customer.userId(), customer));
        Set<String> unread = new HashSet<>();
        items.unread().forEach(key -> unread.add(key.get(KEY).s()));
        return new Loaded<>(found, unread);
    }

    private static Map<String, AttributeValue> key(String userId) {
        return Map.of(KEY, AttributeValue.fromS(userId));
    }

    private static Customer customer(Map<String, AttributeValue> row) {
        return new Customer(row.get(KEY).s(), row.get("status").s().equals(SUSPENDED));
    }
}
