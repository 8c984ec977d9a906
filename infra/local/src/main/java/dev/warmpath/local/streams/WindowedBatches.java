package dev.warmpath.local.streams;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Brings batches to a function that keeps state over tumbling windows, and tells it when a window ends.
 *
 * <p>A record belongs to the window of its creation. A window ends with the first record of the next one, or a second
 * after its time is over; until its last invocation has succeeded, nothing else is processed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">Implementing stateful DynamoDB
 *     stream processing in Lambda</a>
 */
final class WindowedBatches implements BatchHandler {
    /** DynamoDB counts in whole seconds and its records take a moment to be read. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Target target;
    private final Shard shard;
    private final Duration length;
    private final BatchDelivery delivery;
    private final Pause pause;
    private final InstantSource clock;
    private Optional<WindowState> open = Optional.empty();

    WindowedBatches(
            Target target, Shard shard, Duration length, BatchDelivery delivery, Pause pause, InstantSource clock) {
        this.target = target;
        this.shard = shard;
        this.length = length;
        this.delivery = delivery;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void handle(List<StreamRecord> batch) throws InterruptedException {
        int from = 0;
        while (from < batch.size()) {
            Window window = Window.of(batch.get(from).arrival(), length);
            int to = from;
            while (to < batch.size()
                    && Window.of(batch.get(to).arrival(), length).equals(window)) {
                to++;
            }
            enter(window);
            delivery.deliver(batch.subList(from, to), this::invoke);
            endIfTooLarge();
            from = to;
        }
    }

    private void enter(Window window) throws InterruptedException {
        if (open.isPresent() && !open.get().window().equals(window)) {
            close(false);
        }
        if (open.isEmpty()) {
            open = Optional.of(WindowState.fresh(window));
        }
    }

    private void endIfTooLarge() throws InterruptedException {
        if (open.orElseThrow().isTooLarge()) {
            close(true);
        }
    }

    private Outcome invoke(List<StreamRecord> records) throws InterruptedException {
        byte[] event = open.orElseThrow().event(records, shard);
        return target.invoke(records.size(), event)
                .map(invocation -> outcome(invocation, records))
                .orElseGet(Outcome.Throttled::new);
    }

    private Outcome outcome(Invocation invocation, List<StreamRecord> records) {
        return switch (invocation.result()) {
            case Result.Success success -> outcome(success, invocation, records);
            case Result.FunctionError _ -> new Outcome.Failed(0, invocation.report(), true);
            case Result.Throttled _ -> new Outcome.Throttled();
        };
    }

    private Outcome outcome(Result.Success success, Invocation invocation, List<StreamRecord> records) {
        Optional<WindowState> next = open.orElseThrow().after(success.payload());
        if (next.isEmpty()) {
            return new Outcome.Failed(0, invocation.report(), false);
        }
        open = next;
        OptionalInt failure = target.mapping().failures().reported()
                ? BatchResponse.firstFailure(success.payload(), records)
                : OptionalInt.empty();
        return failure.isPresent()
                ? new Outcome.Failed(failure.getAsInt(), invocation.report(), false)
                : new Outcome.Done();
    }

    private void close(boolean early) throws InterruptedException {
        byte[] event = open.orElseThrow().finalEvent(shard, early);
        Batch nothing = Batch.of(List.of());
        while (!target.invoke(0, event)
                .map(Invocation::result)
                .filter(Result.Success.class::isInstance)
                .isPresent()) {
            pause.of(nothing.nextWait());
            nothing = nothing.waited();
        }
        open = Optional.empty();
    }

    @Override
    public Optional<Duration> patience() {
        return open.map(state -> Duration.between(clock.instant(), endOf(state)))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    private static Instant endOf(WindowState state) {
        return state.window().end().plus(GRACE);
    }

    @Override
    public void rest() throws InterruptedException {
        if (open.isPresent() && !clock.instant().isBefore(endOf(open.get()))) {
            close(false);
        }
    }

    /** A shard's windows end with it; those of its children begin with a state of their own. */
    @Override
    public void end() throws InterruptedException {
        if (open.isPresent()) {
            close(true);
        }
    }
}
