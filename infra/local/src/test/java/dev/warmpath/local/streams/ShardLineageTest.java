package dev.warmpath.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.template.PseudoParameters;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Shards that end and are followed by others, which DynamoDB Local makes after hours only. */
@Timeout(30)
class ShardLineageTest {
    private final FakeStream stream = new FakeStream();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private StreamMappings running;

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void childIsReadAfterItsParentIsProcessed() throws Exception {
        CountDownLatch parentMayEnd = new CountDownLatch(1);
        stream.closed("parent", null, "a", 1, 2);
        stream.open("child", "parent", "a", 3, 4);
        RecordingFunction function = start(
                new RecordingFunction((items, event) -> {
                    if (items.getFirst().number() == 1) {
                        parentMayEnd.await();
                    }
                    return RecordingFunction.success("");
                }),
                new MappingBuilder("T").size(1));
        Await.until("the parent is under way", () -> !function.events().isEmpty());
        assertThat(function.records()).containsExactly("a1");

        parentMayEnd.countDown();

        Await.until("all records", () -> function.records().size() == 4);
        assertThat(function.records()).containsExactly("a1", "a2", "a3", "a4");
        assertThat(errors).isEmpty();
    }

    @Test
    void shardThatAppearsLaterIsReadFromItsBeginning() throws Exception {
        stream.open("first", null, "a", 1);
        RecordingFunction function = start(RecordingFunction.succeeding(), new MappingBuilder("T").latest());

        stream.open("second", null, "b", 1, 2);

        Await.until("the second shard's records", () -> function.records().size() == 2);
        assertThat(function.records()).containsExactly("b1", "b2");
    }

    @Test
    void childOfAParentThatIsGoneIsRead() throws Exception {
        stream.open("child", "trimmed", "a", 7);

        RecordingFunction function = start(RecordingFunction.succeeding(), new MappingBuilder("T"));

        Await.until("its record", () -> function.records().contains("a7"));
    }

    @Test
    void expiredIteratorIsReplacedWithoutARecordLostOrTwice() throws Exception {
        stream.open("only", null, "a", 1, 2);
        RecordingFunction function = start(RecordingFunction.succeeding(), new MappingBuilder("T"));
        Await.until("the first records", () -> function.records().size() == 2);

        stream.expireIterators();
        stream.add("only", "a", 3);

        Await.until("the next record", () -> function.records().size() == 3);
        assertThat(function.records()).containsExactly("a1", "a2", "a3");
        assertThat(errors).isEmpty();
    }

    @Test
    void faultOfTheStoreIsReportedAndOvercome() throws Exception {
        stream.open("only", null, "a", 1);
        stream.failNextRead();

        RecordingFunction function = start(RecordingFunction.succeeding(), new MappingBuilder("T"));

        Await.until("its record", () -> function.records().contains("a1"));
        assertThat(errors).hasSize(1);
    }

    private RecordingFunction start(RecordingFunction function, MappingBuilder mapping) {
        running = StreamMappings.start(
                stream,
                List.of(mapping.build()),
                PseudoParameters.local("us-east-1"),
                new Deliveries(function, delivery -> {}),
                (queue, message) -> {},
                errors::add);
        return function;
    }
}
