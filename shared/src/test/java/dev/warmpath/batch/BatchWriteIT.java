package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@ExtendWith(TestTable.OnRealEngine.class)
class BatchWriteIT {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(5));
    private static final int SEED = 20;

    private TestTable table;
    private Flaky counting;

    @BeforeEach
    void connect(TestTable table) {
        this.table = table;
        counting = new Flaky(table.client(), new Random(SEED), 0, 0);
    }

    @Test
    void aRefusedPutReachesTheTableAndWritesNothing() {
        new BatchWrite(table.client(), table.table(), 4).sendRefusedPut();

        assertThat(table.rows()).isEmpty();
    }

    @Test
    void aRefusedPutToATableThatDoesNotExistFails() {
        BatchWrite nowhere = new BatchWrite(table.client(), new Table("no-such-table", List.of("id")), 4);

        assertThatThrownBy(nowhere::sendRefusedPut).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void allIsWrittenInTheFewestRequests() {
        List<WriteRequest> left = new BatchWrite(counting, table.table(), 4).write(puts(60, "v"), DEADLINE);

        assertThat(left).isEmpty();
        assertThat(table.rows()).hasSize(60);
        assertThat(counting.requests()).isEqualTo(3);
    }

    @Test
    void ofSeveralWritesOfOneKeyTheLastIsMade() {
        List<WriteRequest> writes = List.of(put("a", "1"), put("b", "1"), put("a", "2"), delete("b"), put("c", "1"));

        assertThat(new BatchWrite(table.client(), table.table(), 4).write(writes, DEADLINE))
                .isEmpty();

        assertThat(table.rows()).containsExactlyInAnyOrder(item("a", "2"), item("c", "1"));
    }

    @Test
    void allIsWrittenThoughSomeIsThrottledAndSomeUnprocessed() {
        Flaky flaky = new Flaky(table.client(), new Random(SEED), 20, 30);

        List<WriteRequest> left = new BatchWrite(flaky, table.table(), 8).write(puts(1_000, "v"), DEADLINE);

        assertThat(left).isEmpty();
        assertThat(table.rows()).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(flaky.requests()).isGreaterThan(40);
    }

    @Test
    void whatIsNotWrittenWhenTheTimeIsOverIsTold() {
        AtomicLong nanos = new AtomicLong();
        Backoff backoff = new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new SecureRandom());
        Rounds rounds = new Rounds(
                2, backoff, wait -> nanos.addAndGet(Duration.ofSeconds(15).toNanos()));
        Flaky slow = new Flaky(table.client(), new Random(SEED), 90, 50);

        List<WriteRequest> left = new BatchWrite(slow, table.table(), rounds)
                .write(puts(200, "v"), Deadline.in(Duration.ofMinutes(1), nanos::get));

        assertThat(left).isNotEmpty();
        assertThat(Stream.concat(left.stream().map(write -> write.putRequest().item()), table.rows().stream()))
                .containsExactlyInAnyOrderElementsOf(puts(200, "v").stream()
                        .map(write -> write.putRequest().item())
                        .toList());
    }

    @Test
    void anItemOf400KilobytesIsWritten() {
        WriteRequest largest = put("a", "x".repeat(ItemSize.MAX_BYTES - "idavalue".length()));

        assertThat(new BatchWrite(table.client(), table.table(), 1).write(List.of(largest), DEADLINE))
                .isEmpty();
    }

    @Test
    void anItemOverThatIsRefusedBeforeAnythingIsSent() {
        WriteRequest tooLarge = put("a", "x".repeat(ItemSize.MAX_BYTES - "idavalue".length() + 1));
        BatchWrite write = new BatchWrite(counting, table.table(), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write.write(List.of(put("b", "v"), tooLarge), DEADLINE))
                .withMessageContaining("409601")
                .withMessageContaining("409600");
        assertThat(counting.requests()).isZero();
        assertThatThrownBy(() -> table.client()
                        .putItem(put -> put.tableName(table.name())
                                .item(tooLarge.putRequest().item())))
                .isInstanceOf(DynamoDbException.class);
    }

    @Test
    void aRequestIsNotFilledBeyond16Megabytes() {
        // Each character takes one byte in the table and six in the request.
        List<WriteRequest> puts = puts(8, "\u0001".repeat(400_000));

        assertThat(new BatchWrite(counting, table.table(), 1).write(puts, DEADLINE))
                .isEmpty();

        assertThat(table.rows()).hasSize(8);
        assertThat(counting.requests()).isEqualTo(2);
    }

    @Test
    void anItemWithoutKeyIsRefusedBeforeAnythingIsSent() {
        WriteRequest keyless = WriteRequest.builder()
                .putRequest(put -> put.item(Map.of("value", AttributeValue.fromS("v"))))
                .build();
        BatchWrite write = new BatchWrite(counting, table.table(), 1);

        assertThatIllegalArgumentException().isThrownBy(() -> write.write(List.of(put("b", "v"), keyless), DEADLINE));
        assertThat(counting.requests()).isZero();
    }

    @Test
    void aTableThatDoesNotExistIsAnExceptionAtOnce() {
        BatchWrite write = new BatchWrite(table.client(), new Table("no-such-table", List.of("id")), 4);

        assertThatThrownBy(() -> write.write(puts(30, "v"), DEADLINE)).isInstanceOf(ResourceNotFoundException.class);
    }

    private static List<WriteRequest> puts(int count, String value) {
        return IntStream.range(0, count)
                .mapToObj(i -> put(Integer.toString(i), value))
                .toList();
    }

    private static WriteRequest put(String id, String value) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(item(id, value)))
                .build();
    }

    private static WriteRequest delete(String id) {
        return WriteRequest.builder()
                .deleteRequest(delete -> delete.key(TestTable.key(id)))
                .build();
    }

    private static Map<String, AttributeValue> item(String id, String value) {
        return Map.of("id", AttributeValue.fromS(id), "value", AttributeValue.fromS(value));
    }
}
