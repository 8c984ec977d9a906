package dev.warmpath.batch;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes several items at once or none of them, by {@code TransactWriteItems}, again and again where others write the same items
 * at the same time.
 *
 * <p>A transaction takes 100 actions of which no two are on one item, and 4 MB. One that meets another is cancelled with the
 * reason {@code TransactionConflict}, which the SDK does not try again (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>).
 */
public final class TransactWrite {
    private static final Logger LOG = LoggerFactory.getLogger(TransactWrite.class);

    /** As long as a transaction takes, since whoever it met is then done. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(25);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** Reasons that another attempt may not meet; {@code None} is the one of an action that had none to fail. */
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;
    private final Backoff backoff;
    private final Pause pause;

    public TransactWrite(DynamoDbClient client) {
        this(client, new Backoff(FIRST_WAIT, LONGEST_WAIT, new SecureRandom()), Thread::sleep);
    }

    TransactWrite(DynamoDbClient client, Backoff backoff, Pause pause) {
        this.client = client;
        this.backoff = backoff;
        this.pause = pause;
    }

    /**
     * Writes, or throws and has then written nothing; only where the answer was lost may it be written all the same.
     *
     * @throws TransactionCanceledException if a condition is not met, or the last conflict was too near the deadline; its reasons
     *     are in the order of the actions
     * @throws SdkException if DynamoDB refuses for another reason, or for the last time before the deadline, or cannot be reached
     * @throws CancellationException if the caller is interrupted between two attempts; it stays interrupted
     */
    public void write(List<TransactWriteItem> actions, Deadline deadline) {
        for (int attempt = 1; !isWritten(actions, attempt, deadline); attempt++) {
            LOG.debug("A transaction of {} actions is tried again after attempt {}", actions.size(), attempt);
        }
    }

    private boolean isWritten(List<TransactWriteItem> actions, int attempt, Deadline deadline) {
        try {
            client.transactWriteItems(write -> write.transactItems(actions));
            return true;
        } catch (SdkException e) {
            Duration wait = backoff.before(attempt);
            if (!mayPass(e) || wait.compareTo(deadline.remaining()) >= 0) {
                throw e;
            }
            take(wait);
            return false;
        }
    }

    private static boolean mayPass(SdkException failure) {
        if (failure instanceof TransactionCanceledException cancelled && cancelled.hasCancellationReasons()) {
            return cancelled.cancellationReasons().stream().allMatch(reason -> PASSING.contains(reason.code()));
        }
        return Passing.mayPass(failure);
    }

    private void take(Duration wait) {
        try {
            pause.take(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted before a transaction was tried again");
        }
    }
}
