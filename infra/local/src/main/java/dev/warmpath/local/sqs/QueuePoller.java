package dev.warmpath.local.sqs;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Pause;
import dev.warmpath.local.template.QueueMapping;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Takes batches from one mapping's queue and has them delivered side by side.
 *
 * <p>A batch is taken only when it can be delivered at once, so that no message waits here while its visibility timeout runs.
 */
final class QueuePoller implements AutoCloseable {
    private final Duration visibility;
    private final MessageSource queue;
    private final BatchDelivery delivery;
    private final Consumer<Throwable> errors;
    private final Backoff backoff = new Backoff();
    private final Pause pause = new Pause();
    private final PollerRequests.Counter requests = new PollerRequests.Counter();
    private final Semaphore slots;
    private final ExecutorService workers;
    private final Thread thread;

    /** @param environments most invocations of the function that can run at once */
    QueuePoller(
            QueueMapping mapping, SqsClient sqs, Deliveries deliveries, int environments, Consumer<Throwable> errors) {
        String name = "queue-" + mapping.queue().logicalId();
        this.visibility = mapping.queue().visibilityTimeout();
        this.queue = new MessageSource(sqs, mapping, requests, this::failed);
        this.delivery = new BatchDelivery(mapping, queue, deliveries, backoff, pause);
        this.errors = errors;
        this.slots = new Semaphore(Math.min(mapping.maximumConcurrency().orElse(environments), environments));
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        this.thread = Thread.ofVirtual().name(name).unstarted(this::poll);
    }

    QueuePoller start() {
        thread.start();
        return this;
    }

    PollerRequests requests() {
        return requests.soFar();
    }

    private void poll() {
        try {
            while (!pause.isOver()) {
                pause.of(backoff.pause());
                slots.acquire();
                if (!handOver()) {
                    slots.release();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was a batch, whose delivery gives the slot back. */
    private boolean handOver() {
        long before = System.nanoTime();
        List<Message> batch = receive();
        if (batch.isEmpty() || pause.isOver()) {
            return false;
        }
        workers.execute(() -> deliver(batch, before + visibility.toNanos()));
        return true;
    }

    private List<Message> receive() {
        try {
            return queue.batch();
        } catch (SdkException e) {
            backoff.failed();
            failed(e);
            return List.of();
        }
    }

    /** A call that the end of the run interrupts is no failure. */
    private void failed(Throwable error) {
        if (!pause.isOver()) {
            errors.accept(error);
        }
    }

    private void deliver(List<Message> batch, long visibleAgain) {
        try {
            delivery.deliver(batch, visibleAgain);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            errors.accept(e);
        } finally {
            slots.release();
        }
    }

    /** Takes no further batch from now on. */
    void stop() {
        pause.end();
        thread.interrupt();
        workers.shutdown();
    }

    /** Waits for what is under way, and then leaves it to itself: messages that are not deleted come back. */
    void awaitDeliveries(Duration limit) throws InterruptedException {
        thread.join();
        workers.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Interrupts what is still under way. */
    @Override
    public void close() {
        stop();
        workers.shutdownNow();
    }
}
