package dev.warmpath.local.sqs;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.template.QueueMapping;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues that invoke functions, from start to close. */
public final class QueueMappings implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<QueuePoller> pollers;

    private QueueMappings(List<QueuePoller> pollers) {
        this.pollers = pollers;
    }

    /**
     * Starts to poll.
     *
     * @param sqs must stay open until this is closed
     * @param environments most invocations of a function that can run at once
     * @param errors told what a queue refuses; the mapping goes on
     */
    public static QueueMappings start(
            SqsClient sqs,
            List<QueueMapping> mappings,
            Deliveries deliveries,
            int environments,
            Consumer<Throwable> errors) {
        return new QueueMappings(mappings.stream()
                .map(mapping -> new QueuePoller(mapping, sqs, deliveries, environments, errors).start())
                .toList());
    }

    /** What all pollers have asked of SQS so far. */
    public PollerRequests requests() {
        return pollers.stream().map(QueuePoller::requests).reduce(PollerRequests.NONE, PollerRequests::plus);
    }

    /**
     * Stops polling at once and gives invocations under way two seconds to end and have their messages deleted; messages of
     * the others become visible again.
     */
    @Override
    public void close() {
        pollers.forEach(QueuePoller::stop);
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (QueuePoller poller : pollers) {
                poller.awaitDeliveries(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pollers.forEach(QueuePoller::close);
        }
    }
}
