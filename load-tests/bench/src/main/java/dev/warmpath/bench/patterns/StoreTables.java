package dev.warmpath.bench.patterns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables like those of the template, with the indexes that ways of reading and writing them are compared by. */
final class StoreTables {
    static final String USERS = "patterns-users";

    /** For reads: orders in every index, and products. */
    static final String ORDERS = "patterns-orders";

    /** For writes: products, and orders in the indexes that the template has. */
    static final String PLACED = "patterns-placed";

    /** For writes: orders in one index of those that are pending. */
    static final String PENDING_BY_KEYS = "patterns-pending-keys";

    static final String PENDING_WHOLE = "patterns-pending-whole";

    static final List<String> LISTED =
            List.of("status", "lines", "total", "currency", "reason", "placedAt", "updatedAt");

    /**
     * @param hash its partition key
     * @param range its sort key
     */
    record Index(String name, String hash, String range, Projection projection) {}

    static final Index BY_STATUS = new Index("ByStatus", "statusShard", "createdAt", of(ProjectionType.ALL));
    static final Index LIST = new Index(
            "List", "pk", "placedOrder", of(ProjectionType.INCLUDE).copy(with -> with.nonKeyAttributes(LISTED)));
    static final Index WHOLE_LIST = new Index("WholeList", "pk", "placedOrder", of(ProjectionType.ALL));
    static final Index PENDING_KEYS =
            new Index("PendingKeys", "pendingShard", "nextAttemptAt", of(ProjectionType.KEYS_ONLY));
    static final Index WHOLE_PENDING =
            new Index("WholePending", "pendingShard", "nextAttemptAt", of(ProjectionType.ALL));

    private StoreTables() {}

    static void create(DynamoDbClient client) {
        create(client, USERS, List.of("userId"), List.of(BY_STATUS));
        List<String> key = List.of("pk", "sk");
        create(client, ORDERS, key, List.of(LIST, WHOLE_LIST, PENDING_KEYS, WHOLE_PENDING));
        create(client, PLACED, key, List.of(LIST, PENDING_KEYS));
        create(client, PENDING_BY_KEYS, key, List.of(PENDING_KEYS));
        create(client, PENDING_WHOLE, key, List.of(WHOLE_PENDING));
    }

    private static void create(DynamoDbClient client, String name, List<String> key, List<Index> indexes) {
        client.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes(key, indexes))
                .keySchema(schema(key))
                .globalSecondaryIndexes(
                        indexes.stream().map(StoreTables::definition).toList()));
    }

    private static List<AttributeDefinition> attributes(List<String> key, List<Index> indexes) {
        Set<String> names = new LinkedHashSet<>(key);
        indexes.stream()
                .flatMap(index -> Stream.of(index.hash(), index.range()))
                .forEach(names::add);
        return names.stream()
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex definition(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(List.of(index.hash(), index.range())))
                .projection(index.projection())
                .build();
    }

    private static List<KeySchemaElement> schema(List<String> key) {
        List<KeySchemaElement> schema = new ArrayList<>();
        for (String name : key) {
            KeyType type = schema.isEmpty() ? KeyType.HASH : KeyType.RANGE;
            schema.add(
                    KeySchemaElement.builder().attributeName(name).keyType(type).build());
        }
        return schema;
    }

    private static Projection of(ProjectionType type) {
        return Projection.builder().projectionType(type).build();
    }
}
