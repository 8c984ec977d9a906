package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class SendMessageBatchTest {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();

    @Property(tries = 200)
    void nothingIsLostAndNothingSentTwiceWhateverTheQueueLeaves(
            @ForAll @IntRange(max = 120) int count,
            @ForAll @IntRange(min = 1, max = 8) int atOnce,
            @ForAll @IntRange(max = 50) int refusedPercent,
            @ForAll @IntRange(max = 50) int failedPercent,
            @ForAll @IntRange(max = 50) int throttledPercent,
            @ForAll Random random) {
        FlakyQueue queue = new FlakyQueue(random, refusedPercent, failedPercent, throttledPercent);

        List<String> unsent = ids(sender(queue, atOnce).send(messages(count), Deadline.in(TIME, nanos::get)));

        assertThat(Stream.concat(unsent.stream(), queue.sent().stream()))
                .containsExactlyInAnyOrderElementsOf(ids(messages(count)));
        assertThat(unsent).isSubsetOf(ids(messages(count))).containsAll(queue.refused());
        assertThat(queue.requests()).allMatch(request -> !request.isEmpty() && request.size() <= 10);
    }

    @Property(tries = 20)
    void noRequestIsOverOneMebibyte(@ForAll @IntRange(max = 12) int count, @ForAll Random random) {
        FlakyQueue queue = new FlakyQueue(random, 0, 10, 0);
        List<SendMessageBatchRequestEntry> messages = IntStream.range(0, count)
                .mapToObj(i -> message(i, "ä".repeat(random.nextInt((int) MessageSize.MAX_BYTES / 2) + 1)))
                .toList();

        sender(queue, 4).send(messages, Deadline.in(TIME, nanos::get));

        assertThat(queue.requests()).allMatch(request -> bytes(request) <= MessageSize.MAX_BYTES);
    }

    @Test
    void whatIsTheSendersFaultIsNotSentAgain() {
        FlakyQueue queue = new FlakyQueue(new Random(1), 100, 0, 0);

        var unsent = sender(queue, 1).send(messages(3), Deadline.in(TIME, nanos::get));

        assertThat(ids(unsent)).containsExactly("0", "1", "2");
        assertThat(queue.requests()).hasSize(1);
    }

    @Test
    void anyOtherFailureIsSentAgainUntilTheTimeIsOver() {
        FlakyQueue queue = new FlakyQueue(new Random(1), 0, 100, 0);

        var unsent = sender(queue, 1).send(messages(3), Deadline.in(TIME, nanos::get));

        assertThat(ids(unsent)).containsExactly("0", "1", "2");
        assertThat(queue.requests()).hasSize(6);
    }

    @Test
    void twoMessagesWithOneIdAreRefusedBeforeAnythingIsSent() {
        FlakyQueue queue = new FlakyQueue(new Random(1), 0, 0, 0);
        SendMessageBatch sender = sender(queue, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> sender.send(List.of(message(1, "a"), message(1, "b")), Deadline.in(TIME, nanos::get)));
        assertThat(queue.requests()).isEmpty();
    }

    @Test
    void aMessageOverOneMebibyteIsRefusedBeforeAnythingIsSent() {
        FlakyQueue queue = new FlakyQueue(new Random(1), 0, 0, 0);
        SendMessageBatch sender = sender(queue, 1);
        List<SendMessageBatchRequestEntry> messages = List.of(message(1, "a"), message(2, "x".repeat((1 << 20) + 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender.send(messages, Deadline.in(TIME, nanos::get)))
                .withMessageContaining("1048577")
                .withMessageContaining("1048576");
        assertThat(queue.requests()).isEmpty();
    }

    /** Each wait takes so long that the last of six rounds too has more time than it can need. */
    private SendMessageBatch sender(FlakyQueue queue, int atOnce) {
        Backoff backoff = new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new SecureRandom());
        Pause pause = wait -> nanos.addAndGet(wait.isZero() ? 0 : WAIT.toNanos());
        nanos.set(0);
        return new SendMessageBatch(queue, "https://queue", new Rounds(atOnce, backoff, pause));
    }

    private static long bytes(List<SendMessageBatchRequestEntry> request) {
        return request.stream().mapToLong(MessageSize::of).sum();
    }

    private static List<String> ids(List<SendMessageBatchRequestEntry> messages) {
        return messages.stream().map(SendMessageBatchRequestEntry::id).toList();
    }

    private static List<SendMessageBatchRequestEntry> messages(int count) {
        return IntStream.range(0, count).mapToObj(i -> message(i, "body")).toList();
    }

    private static SendMessageBatchRequestEntry message(int id, String body) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(id))
                .messageBody(body)
                .build();
    }
}
