package dev.warmpath.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksRequest;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/** What AWS answers and an engine on this machine is too quick for: moves under way, and lists that lag behind. */
class MoveTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:Dead";

    private final Listing sqs = new Listing();

    @Test
    void moveUnderWayIsToldWithItsProgressAndHowToEndIt() {
        sqs.last = List.of(entry("RUNNING", 2)
                .taskHandle("handle-1")
                .approximateNumberOfMessagesMoved(12L)
                .approximateNumberOfMessagesToMove(300L)
                .build());

        assertThatThrownBy(() -> Move.start(sqs, ARN))
                .isInstanceOf(DeadLetterException.class)
                .hasMessage(
                        "these dead letters are being moved already, 12 of about 300 messages moved: wait for its end, "
                                + "or end it by aws sqs cancel-message-move-task --task-handle handle-1");
        assertThat(sqs.started).isEmpty();
    }

    @Test
    void earlierMoveIsNotTakenForTheOneJustStarted() {
        sqs.last = List.of(
                entry("COMPLETED", 1).approximateNumberOfMessagesMoved(7L).build());

        Move move = Move.start(sqs, ARN);

        assertThat(sqs.started).containsExactly(ARN);
        assertThat(move.state()).isEmpty();
        sqs.last = List.of(
                entry("COMPLETED", 2).approximateNumberOfMessagesMoved(3L).build());
        assertThat(move.state()).get().satisfies(state -> {
            assertThat(Move.isComplete(state)).isTrue();
            assertThat(Move.progress(state)).isEqualTo("3 messages moved");
        });
    }

    @Test
    void firstMoveOfAQueueIsFollowedOnceItIsListed() {
        Move move = Move.start(sqs, ARN);

        assertThat(move.state()).isEmpty();
        assertThat(move.cancellation()).isEqualTo("aws sqs cancel-message-move-task --task-handle started");
        sqs.last = List.of(entry("RUNNING", 1).build());
        assertThat(move.state())
                .get()
                .satisfies(state -> assertThat(Move.isOver(state)).isFalse());
    }

    @Test
    void failedMoveIsOverAndNotComplete() {
        ListMessageMoveTasksResultEntry failed = entry("FAILED", 1).build();

        assertThat(Move.isOver(failed)).isTrue();
        assertThat(Move.isComplete(failed)).isFalse();
    }

    private static ListMessageMoveTasksResultEntry.Builder entry(String status, long started) {
        return ListMessageMoveTasksResultEntry.builder().status(status).startedTimestamp(started);
    }

    private static final class Listing implements SqsClient {
        private final List<String> started = new ArrayList<>();
        private List<ListMessageMoveTasksResultEntry> last = List.of();

        @Override
        public ListMessageMoveTasksResponse listMessageMoveTasks(ListMessageMoveTasksRequest request) {
            return ListMessageMoveTasksResponse.builder().results(last).build();
        }

        @Override
        public StartMessageMoveTaskResponse startMessageMoveTask(StartMessageMoveTaskRequest request) {
            started.add(request.sourceArn());
            return StartMessageMoveTaskResponse.builder().taskHandle("started").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
