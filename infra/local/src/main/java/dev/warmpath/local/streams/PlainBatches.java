package dev.warmpath.local.streams;

import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Brings batches to the function without any state between them. */
record PlainBatches(Target target, BatchDelivery delivery) implements BatchHandler {
    @Override
    public void handle(List<StreamRecord> batch) throws InterruptedException {
        delivery.deliver(batch, this::invoke);
    }

    private Outcome invoke(List<StreamRecord> records) throws InterruptedException {
        return target.invoke(records.size(), EventJson.of(records))
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
        OptionalInt failure = target.mapping().failures().reported()
                ? BatchResponse.firstFailure(success.payload(), records)
                : OptionalInt.empty();
        return failure.isPresent()
                ? new Outcome.Failed(failure.getAsInt(), invocation.report(), false)
                : new Outcome.Done();
    }

    @Override
    public Optional<Duration> patience() {
        return Optional.empty();
    }

    @Override
    public void rest() {}

    @Override
    public void end() {}
}
