package dev.warmpath.local.sqs;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;

/**
 * A move of dead letters back to the queues that they came from, which goes on without whoever started it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">
 *     StartMessageMoveTask</a>
 */
public final class Move {
    private static final String COMPLETED = "COMPLETED";
    private static final Set<String> ENDED = Set.of(COMPLETED, "CANCELLED", "FAILED");

    private final SqsClient sqs;
    private final String arn;
    private final Long startOfOneBefore;
    private final String handle;

    private Move(SqsClient sqs, String arn, Long startOfOneBefore, String handle) {
        this.sqs = sqs;
        this.arn = arn;
        this.startOfOneBefore = startOfOneBefore;
        this.handle = handle;
    }

    /**
     * Starts to move all messages of a dead-letter queue.
     *
     * @throws DeadLetterException if they are being moved already, since SQS does one move of a queue at a time
     */
    static Move start(SqsClient sqs, String arn) {
        Optional<ListMessageMoveTasksResultEntry> before = last(sqs, arn);
        before.filter(move -> !ENDED.contains(move.status())).ifPresent(Move::refuse);
        String handle =
                sqs.startMessageMoveTask(request -> request.sourceArn(arn)).taskHandle();
        return new Move(
                sqs,
                arn,
                before.map(ListMessageMoveTasksResultEntry::startedTimestamp).orElse(null),
                handle);
    }

    private static void refuse(ListMessageMoveTasksResultEntry move) {
        throw new DeadLetterException("these dead letters are being moved already, " + progress(move)
                + ": wait for its end, or end it by " + cancellation(move.taskHandle()));
    }

    private static Optional<ListMessageMoveTasksResultEntry> last(SqsClient sqs, String arn) {
        return sqs.listMessageMoveTasks(request -> request.sourceArn(arn).maxResults(1)).results().stream()
                .findFirst();
    }

    /** How it stands; empty as long as SQS tells of an earlier move only. */
    public Optional<ListMessageMoveTasksResultEntry> state() {
        return last(sqs, arn).filter(move -> !Objects.equals(move.startedTimestamp(), startOfOneBefore));
    }

    /** What ends it before its time; what was moved stays where it is then. */
    public String cancellation() {
        return cancellation(handle);
    }

    private static String cancellation(String handle) {
        return "aws sqs cancel-message-move-task --task-handle " + handle;
    }

    public static boolean isOver(ListMessageMoveTasksResultEntry move) {
        return ENDED.contains(move.status());
    }

    public static boolean isComplete(ListMessageMoveTasksResultEntry move) {
        return COMPLETED.equals(move.status());
    }

    /** Such as {@code 12 of about 300 messages moved}. */
    public static String progress(ListMessageMoveTasksResultEntry move) {
        long moved =
                Optional.ofNullable(move.approximateNumberOfMessagesMoved()).orElse(0L);
        String all = Optional.ofNullable(move.approximateNumberOfMessagesToMove())
                .map(total -> " of about " + total)
                .orElse("");
        return moved + all + " messages moved";
    }
}
