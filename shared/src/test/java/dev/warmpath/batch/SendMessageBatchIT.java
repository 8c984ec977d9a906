package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

@ExtendWith(TestQueue.OnRealEngine.class)
class SendMessageBatchIT {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(5));

    private TestQueue queue;
    private SendMessageBatch sender;

    @BeforeEach
    void connect(TestQueue queue) {
        this.queue = queue;
        sender = new SendMessageBatch(queue.client(), queue.url(), 4);
    }

    @Test
    void allIsSentInTheFewestRequests() {
        assertThat(sender.send(messages(25, "body "), DEADLINE)).isEmpty();

        assertThat(queue.bodies())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "body " + i).toList());
        assertThat(queue.requests()).isEqualTo(3);
    }

    @Test
    void aRequestIsNotFilledBeyondOneMebibyte() {
        List<SendMessageBatchRequestEntry> large = messages(8, "x".repeat(300_000));

        assertThat(sender.send(large, DEADLINE)).isEmpty();

        assertThat(queue.requests()).isEqualTo(3);
        assertThatThrownBy(() -> queue.client()
                        .sendMessageBatch(send -> send.queueUrl(queue.url()).entries(large)))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void aMessageThatTheQueueRefusesIsToldAndTheOthersAreSent() {
        List<SendMessageBatchRequestEntry> messages =
                List.of(message("1", "first"), message("2", "not allowed: \u0001"), message("3", "last"));

        assertThat(sender.send(messages, DEADLINE))
                .extracting(SendMessageBatchRequestEntry::id)
                .containsExactly("2");

        assertThat(queue.bodies()).containsExactlyInAnyOrder("first", "last");
        assertThat(queue.requests()).isEqualTo(1);
    }

    @Test
    void aQueueThatDoesNotExistIsAnExceptionAtOnce() {
        SendMessageBatch lost = new SendMessageBatch(queue.client(), queue.url() + "-lost", 4);

        assertThatThrownBy(() -> lost.send(messages(30, "body"), DEADLINE))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    private static List<SendMessageBatchRequestEntry> messages(int count, String body) {
        return IntStream.range(0, count)
                .mapToObj(i -> message("message-" + i, body + i))
                .toList();
    }

    private static SendMessageBatchRequestEntry message(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }
}
