package dev.warmpath.local.streams;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.streams.Outcome.Failed;
import dev.warmpath.local.template.StreamMapping.Failures;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Brings batches to a function until each record is processed or given up, in order.
 *
 * <p>Halving a batch, and going on behind the records that a function has processed while halving is on, use up no retry.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Retain discarded records for a
 *     DynamoDB event source in Lambda</a>
 */
final class BatchDelivery {
    private final Failures policy;
    private final Pause pause;
    private final InstantSource clock;
    private final Consumer<DiscardedBatch> discarded;

    BatchDelivery(Failures policy, Pause pause, InstantSource clock, Consumer<DiscardedBatch> discarded) {
        this.policy = policy;
        this.pause = pause;
        this.clock = clock;
        this.discarded = discarded;
    }

    void deliver(List<StreamRecord> records, BatchFunction function) throws InterruptedException {
        Deque<Batch> waiting = new ArrayDeque<>(List.of(Batch.of(records)));
        while (!waiting.isEmpty()) {
            Batch batch = withoutOldRecords(waiting.pop());
            if (batch.size() > 0) {
                settle(batch, function.invoke(batch.records()), waiting);
            }
        }
    }

    private Batch withoutOldRecords(Batch batch) {
        if (policy.age().isEmpty()) {
            return batch;
        }
        Instant oldest = clock.instant().minus(policy.age().get());
        int firstYoung = IntStream.range(0, batch.size())
                .filter(i -> !batch.records().get(i).arrival().isBefore(oldest))
                .findFirst()
                .orElse(batch.size());
        if (firstYoung > 0) {
            discarded.accept(
                    new DiscardedBatch(batch.between(0, firstYoung), DiscardedBatch.TOO_OLD, Optional.empty()));
        }
        return batch.from(firstYoung);
    }

    private void settle(Batch batch, Outcome outcome, Deque<Batch> waiting) throws InterruptedException {
        switch (outcome) {
            case Outcome.Done _ -> {}
            case Outcome.Throttled _ -> {
                pause.of(batch.nextWait());
                waiting.push(batch.waited());
            }
            case Failed failure -> fail(batch.invoked().from(failure.index()), failure, waiting);
        }
    }

    private void fail(Batch rest, Failed failure, Deque<Batch> waiting) throws InterruptedException {
        if (policy.bisect() && failure.index() > 0) {
            waiting.push(rest);
        } else if (policy.bisect() && rest.size() > 1) {
            int middle = rest.size() / 2;
            waiting.push(rest.from(middle));
            waiting.push(rest.between(0, middle));
        } else if (policy.retries().isPresent()
                && rest.retries() >= policy.retries().getAsInt()) {
            discarded.accept(new DiscardedBatch(rest, DiscardedBatch.EXHAUSTED, Optional.of(failure)));
        } else {
            pause.of(rest.nextWait());
            waiting.push(rest.retried());
        }
    }
}
