package dev.warmpath.local.streams;

import java.util.List;
import java.util.function.Consumer;

/** Handles the batches of some partition keys of a shard, one batch at a time. */
record Lane(RecordQueue queue, BatchHandler handler, Consumer<Throwable> errors) {
    /** Returns when the queue is finished. */
    void work() throws InterruptedException {
        while (!queue.isFinished()) {
            List<StreamRecord> batch = queue.next(handler.patience());
            guarded(() -> handle(batch));
            queue.handled(batch.size());
        }
        guarded(handler::end);
    }

    private void handle(List<StreamRecord> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            handler.rest();
        } else {
            handler.handle(batch);
        }
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    /** A fault of the local run itself costs a batch, not the lane. */
    private void guarded(Step step) throws InterruptedException {
        try {
            step.take();
        } catch (RuntimeException e) {
            errors.accept(e);
        }
    }
}
