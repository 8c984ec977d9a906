package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@ExtendWith(TestTable.OnRealEngine.class)
class BatchGetIT {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(5));
    private static final int SEED = 20;

    private TestTable table;

    @BeforeEach
    void fill(TestTable table) {
        this.table = table;
    }

    @Test
    void itemsComeInTheOrderOfTheirKeysWithoutThoseThatAreMissing() {
        fill(250, "text");
        List<Map<String, AttributeValue>> keys = new ArrayList<>(keys(253));
        Collections.shuffle(keys, new Random(SEED));
        Flaky counting = new Flaky(table.client(), new Random(SEED), 0, 0);

        Items items = new BatchGet(counting, table.table(), 4).read(keys, DEADLINE);

        assertThat(ids(items.found()))
                .containsExactlyElementsOf(ids(keys).stream()
                        .filter(id -> Integer.parseInt(id) < 250)
                        .toList());
        assertThat(items.unread()).isEmpty();
        assertThat(counting.requests()).isEqualTo(3);
    }

    @Test
    void equalKeysAreReadOnce() {
        fill(2, "text");
        List<Map<String, AttributeValue>> keys = new ArrayList<>(Collections.nCopies(120, TestTable.key("1")));
        keys.addAll(keys(2));

        Items items = new BatchGet(table.client(), table.table(), 4).read(keys, DEADLINE);

        assertThat(ids(items.found())).containsExactly("1", "0");
    }

    @Test
    void onlyTheWantedAttributesAndTheKeyAreRead() {
        fill(1, "text");

        BatchGet get =
                new BatchGet(table.client(), table.table(), 1).consistent().only(List.of("name", "id"));

        // An attribute of a reserved word's name.
        assertThat(get.read(keys(1), DEADLINE).found())
                .containsExactly(Map.of("id", AttributeValue.fromS("0"), "name", AttributeValue.fromS("n")));
    }

    @Test
    void itemsOfMoreThanOneAnswerAreAllRead() {
        fill(70, "x".repeat(300_000));
        Flaky counting = new Flaky(table.client(), new Random(SEED), 0, 0);

        Items items = new BatchGet(counting, table.table(), 1).read(keys(70), DEADLINE);

        assertThat(items.found()).hasSize(70);
        assertThat(counting.requests()).isGreaterThan(1);
    }

    @Test
    void allIsReadThoughSomeIsThrottledAndSomeUnprocessed() {
        fill(900, "text");
        Flaky flaky = new Flaky(table.client(), new Random(SEED), 20, 30);

        Items items = new BatchGet(flaky, table.table(), 4).read(keys(1_000), DEADLINE);

        assertThat(ids(items.found())).containsExactlyElementsOf(ids(keys(900)));
        assertThat(items.unread()).isEmpty();
        assertThat(flaky.requests()).isGreaterThan(10);
    }

    @Test
    void whatIsUnreadWhenTheTimeIsOverIsToldByTheKeysAskedFor() {
        AtomicLong nanos = new AtomicLong();
        Backoff backoff = new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new SecureRandom());
        Rounds rounds = new Rounds(2, backoff, wait -> nanos.addAndGet(wait.toNanos()));
        Flaky down = new Flaky(table.client(), new Random(SEED), 100, 0);

        Items items = new BatchGet(down, table.table(), rounds)
                .read(keys(150), Deadline.in(Duration.ofSeconds(20), nanos::get));

        assertThat(items.found()).isEmpty();
        assertThat(items.unread()).containsExactlyElementsOf(keys(150));
    }

    @Test
    void aTableThatDoesNotExistIsAnExceptionAtOnce() {
        BatchGet get = new BatchGet(table.client(), new Table("no-such-table", List.of("id")), 4);

        assertThatThrownBy(() -> get.read(keys(300), DEADLINE)).isInstanceOf(ResourceNotFoundException.class);
    }

    private void fill(int count, String text) {
        List<WriteRequest> writes = keys(count).stream()
                .map(key -> Map.of(
                        "id", key.get("id"), "name", AttributeValue.fromS("n"), "text", AttributeValue.fromS(text)))
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        assertThat(new BatchWrite(table.client(), table.table(), 2).write(writes, DEADLINE))
                .isEmpty();
    }

    private static List<Map<String, AttributeValue>> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .map(TestTable::key)
                .toList();
    }

    private static List<String> ids(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> item.get("id").s()).toList();
    }
}
