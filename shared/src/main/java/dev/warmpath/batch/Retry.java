package dev.warmpath.batch;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats one request that failed by what may pass, after waits with full jitter, until the deadline: throttling, a fault of
 * the service, a cut connection, or a transaction that was under way on the same item (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling">
 * "Transaction conflict handling"</a>), which the SDK does not repeat.
 *
 * <p>A failed request may have been carried out all the same, so the request must be safe to be repeated.
 */
public final class Retry {
    /** As the SDK's own retries of DynamoDB begin. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(25);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** Of the reasons that DynamoDB gives for a cancelled transaction; the first one is of the items that were not the cause. */
    private static final Set<String> PASSING_REASONS =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final Backoff backoff;
    private final Pause pause;

    public Retry() {
        this(new Backoff(FIRST_WAIT, LONGEST_WAIT, new SecureRandom()), Thread::sleep);
    }

    Retry(Backoff backoff, Pause pause) {
        this.backoff = backoff;
        this.pause = pause;
    }

    /**
     * Calls until a call does not fail by what may pass.
     *
     * @throws SdkException the last failure, if it cannot pass or the deadline is too near for a repetition
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    public <T> T call(Deadline deadline, Supplier<T> request) {
        for (int repetition = 1; ; repetition++) {
            try {
                return request.get();
            } catch (SdkException e) {
                Duration wait = backoff.before(repetition);
                if (!mayPass(e) || wait.compareTo(deadline.remaining()) >= 0) {
                    throw e;
                }
                take(wait);
            }
        }
    }

    private static boolean mayPass(SdkException failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            return cancelled.hasCancellationReasons()
                    && cancelled.cancellationReasons().stream()
                            .allMatch(reason -> PASSING_REASONS.contains(reason.code()));
        }
        return failure instanceof TransactionConflictException || Passing.mayPass(failure);
    }

    private void take(Duration wait) {
        try {
            pause.take(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted before a request was repeated");
        }
    }
}
