package dev.warmpath.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class TableSourceTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    private final Replicas replicas = new Replicas();
    private final TableSource<String> source =
            new TableSource<>(new BatchGet(replicas, new Table("texts", List.of("id")), 1), new Ids());

    @Test
    void whatIsFoundIsReadOnceAtHalfThePrice() {
        replicas.behind = Set.of("a", "b");

        assertThat(source.load(List.of("a", "b"), DEADLINE).found()).containsOnlyKeys("a", "b");
        assertThat(replicas.consistent).containsExactly(false);
    }

    @Test
    void whatIsMissedIsMadeSureOf() {
        replicas.behind = Set.of("a");
        replicas.latest = Set.of("a", "b");

        Loaded<String> loaded = source.load(List.of("a", "b", "c"), DEADLINE);

        assertThat(loaded.found()).containsOnlyKeys("a", "b");
        assertThat(loaded.unread()).isEmpty();
        assertThat(replicas.consistent).containsExactly(false, true);
        assertThat(replicas.asked).containsExactly(3, 2);
    }

    @Test
    void theLatestIsReadConsistently() {
        replicas.latest = Set.of("a");

        assertThat(source.loadLatest(List.of("a"), DEADLINE).found()).containsOnlyKeys("a");
        assertThat(replicas.consistent).containsExactly(true);
    }

    @Test
    void withoutTimeNothingIsKnown() {
        Loaded<String> loaded = source.load(List.of("a", "b"), Deadline.in(Duration.ZERO));

        assertThat(loaded.unread()).containsExactlyInAnyOrder("a", "b");
        assertThat(loaded.found()).isEmpty();
    }

    /** A table of which eventually consistent reads see less than consistent ones. */
    private static final class Replicas implements DynamoDbClient {
        private Set<String> behind = Set.of();
        private Set<String> latest = Set.of();
        private final List<Boolean> consistent = new ArrayList<>();
        private final List<Integer> asked = new ArrayList<>();

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            KeysAndAttributes wanted = request.requestItems().get("texts");
            boolean readsLatest = Boolean.TRUE.equals(wanted.consistentRead());
            consistent.add(readsLatest);
            asked.add(wanted.keys().size());
            Set<String> seen = readsLatest ? latest : behind;
            List<Map<String, AttributeValue>> found = wanted.keys().stream()
                    .filter(key -> seen.contains(key.get("id").s()))
                    .toList();
            return BatchGetItemResponse.builder()
                    .responses(Map.of("texts", found))
                    .build();
        }

        @Override
        public String serviceName() {
            return "DynamoDB";
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static final class Ids implements Rows<String> {
        @Override
        public Map<String, AttributeValue> key(String id) {
            return Map.of("id", AttributeValue.fromS(id));
        }

        @Override
        public String value(Map<String, AttributeValue> row) {
            return row.get("id").s();
        }

        @Override
        public String id(String value) {
            return value;
        }

        @Override
        public long version(String value) {
            return 1;
        }
    }
}
