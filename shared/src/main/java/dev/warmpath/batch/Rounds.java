package dev.warmpath.batch;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends elements in chunks, and what the chunks leave again in new ones, round after round.
 *
 * <p>A round ends with its slowest chunk. In return what several chunks leave is sent in as few requests as it fits into.
 *
 * @param atOnce how many requests may be under way
 */
record Rounds(int atOnce, Backoff backoff, Pause pause) {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** As the SDK's own retries of DynamoDB begin. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(25);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    static Rounds of(int atOnce) {
        return new Rounds(atOnce, new Backoff(FIRST_WAIT, LONGEST_WAIT, new SecureRandom()), Thread::sleep);
    }

    /**
     * Sends until nothing is left, or the deadline is too near for another round.
     *
     * @param send sends one chunk; a failure that may pass leaves the whole chunk
     * @return all answers, and what is left: those of which no answer came in time may be done all the same
     * @throws RuntimeException what {@code send} throws otherwise
     */
    <E, A> Sent<E, A> send(
            List<E> elements, ChunkLimit<E> limit, Function<List<E>, Sent<E, A>> send, Deadline deadline) {
        List<A> answers = new ArrayList<>();
        List<E> left = elements;
        for (int round = 0; !left.isEmpty() && isInTime(round, deadline); round++) {
            Sent<E, A> sent = sendOnce(limit.split(left), send, deadline);
            answers.addAll(sent.answers());
            left = sent.left();
        }
        return new Sent<>(answers, left);
    }

    /** Waits before a repetition, unless the deadline would pass meanwhile. */
    private boolean isInTime(int round, Deadline deadline) {
        Duration wait = round == 0 ? Duration.ZERO : backoff.before(round);
        if (wait.compareTo(deadline.remaining()) >= 0) {
            return false;
        }
        take(wait);
        return !deadline.isOver();
    }

    private void take(Duration wait) {
        try {
            pause.take(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted before the rest of a batch was sent again");
        }
    }

    private <E, A> Sent<E, A> sendOnce(List<List<E>> chunks, Function<List<E>, Sent<E, A>> send, Deadline deadline) {
        Map<Integer, Sent<E, A>> ended = new ConcurrentHashMap<>();
        List<Callable<Sent<E, A>>> calls = IntStream.range(0, chunks.size())
                .<Callable<Sent<E, A>>>mapToObj(i -> () -> ended.put(i, attempt(chunks.get(i), send)))
                .toList();
        try {
            FanOut.all(deadline, atOnce, calls);
        } catch (DeadlineException e) {
            LOG.warn("Only {} of {} requests of a batch ended in time", ended.size(), chunks.size());
        }
        return Sent.together(IntStream.range(0, chunks.size())
                .mapToObj(i -> ended.getOrDefault(i, Sent.nothingOf(chunks.get(i))))
                .toList());
    }

    private static <E, A> Sent<E, A> attempt(List<E> chunk, Function<List<E>, Sent<E, A>> send) {
        try {
            return send.apply(chunk);
        } catch (SdkException e) {
            if (!Passing.mayPass(e)) {
                throw e;
            }
            LOG.warn("A request of a batch is left to be sent again: {}", e.getMessage());
            return Sent.nothingOf(chunk);
        }
    }
}
