package dev.warmpath.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.streams.Outcome.Done;
import dev.warmpath.local.streams.Outcome.Failed;
import dev.warmpath.local.streams.Outcome.Throttled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Invocation.Report REPORT = new Invocation.Report(
            "id",
            "Function-1",
            Invocation.Start.WARM,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            512,
            1);
    private static final Outcome FAILED = new Failed(0, REPORT, true);

    private final List<String> invoked = new ArrayList<>();
    private final List<DiscardedBatch> discarded = new ArrayList<>();

    @Test
    void recordsBeyondTheirAgeAreGivenUpWithoutReachingTheFunction() throws Exception {
        List<StreamRecord> records = List.of(arrived("1", 121), arrived("2", 61), arrived("3", 59));

        delivery(new MappingBuilder("T").age(Duration.ofSeconds(60))).deliver(records, answering(new Done()));

        assertThat(invoked).containsExactly("3");
        assertThat(discarded).singleElement().satisfies(batch -> {
            assertThat(batch.condition()).isEqualTo("RecordAgeExceeded");
            assertThat(batch.batch().records())
                    .extracting(StreamRecord::sequenceNumber)
                    .containsExactly("1", "2");
            assertThat(batch.json(new Shard("s", "arn", "f"), NOW))
                    .contains("\"approximateInvokeCount\":0")
                    .contains("\"approximateArrivalOfFirstRecord\":\"2026-11-20T11:57:59Z\"")
                    .contains("\"timestamp\":\"2026-11-20T12:00:00Z\"")
                    .doesNotContain("responseContext");
        });
    }

    @Test
    void throttledBatchUsesUpNoRetry() throws Exception {
        delivery(new MappingBuilder("T").retries(0))
                .deliver(records(2), answering(new Throttled(), new Throttled(), new Done()));

        assertThat(invoked).containsExactly("1,2", "1,2", "1,2");
        assertThat(discarded).isEmpty();
    }

    @Test
    void noRetriesMeansOneInvocation() throws Exception {
        delivery(new MappingBuilder("T").retries(0)).deliver(records(2), answering(FAILED));

        assertThat(invoked).containsExactly("1,2");
        assertThat(discarded)
                .singleElement()
                .satisfies(batch -> assertThat(batch.batch().invocations()).isEqualTo(1));
    }

    @Test
    void reportedFailureWithoutBisectingUsesUpARetry() throws Exception {
        delivery(new MappingBuilder("T").retries(1))
                .deliver(records(3), answering(new Failed(1, REPORT, false), new Failed(1, REPORT, false)));

        assertThat(invoked).containsExactly("1,2,3", "2,3");
        assertThat(discarded).singleElement().satisfies(batch -> {
            assertThat(batch.batch().records())
                    .extracting(StreamRecord::sequenceNumber)
                    .containsExactly("3");
            assertThat(batch.json(new Shard("s", "arn", "f"), NOW)).doesNotContain("functionError");
        });
    }

    @Test
    void reportedFailureWhileBisectingGoesOnBehindWhatIsDone() throws Exception {
        delivery(new MappingBuilder("T").retries(0).bisect())
                .deliver(records(4), answering(new Failed(1, REPORT, false), FAILED, new Done(), new Done()));

        assertThat(invoked).containsExactly("1,2,3,4", "2,3,4", "2", "3,4");
        assertThat(discarded).isEmpty();
    }

    @Test
    void closingRunEndsTheWaiting() {
        Pause pause = new Pause();
        pause.end();
        BatchDelivery delivery =
                new BatchDelivery(new MappingBuilder("T").failures(), pause, () -> NOW, discarded::add);

        assertThatThrownBy(() -> delivery.deliver(records(1), answering(FAILED)))
                .isInstanceOf(InterruptedException.class);
    }

    private BatchDelivery delivery(MappingBuilder mapping) {
        return new BatchDelivery(mapping.failures(), new Pause(), () -> NOW, discarded::add);
    }

    private BatchFunction answering(Outcome... outcomes) {
        return batch -> {
            invoked.add(String.join(
                    ",", batch.stream().map(StreamRecord::sequenceNumber).toList()));
            return outcomes[invoked.size() - 1];
        };
    }

    private static List<StreamRecord> records(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> arrived("" + number, 0))
                .toList();
    }

    private static StreamRecord arrived(String number, int secondsAgo) {
        return new StreamRecord(number, NOW.minusSeconds(secondsAgo), "key", "{}");
    }
}
