package dev.warmpath.local.sqs;

import java.util.concurrent.atomic.LongAdder;

/**
 * Requests that the queues' event sources have made of SQS, which are billed as any caller's.
 *
 * @param receives that brought messages
 * @param emptyReceives that waited in vain; here one is under way per queue, while Lambda keeps at least five
 * @param deletes of batches
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html">Configuring scaling behavior for SQS
 *     event source mappings</a>
 */
public record PollerRequests(long receives, long emptyReceives, long deletes) {
    public static final PollerRequests NONE = new PollerRequests(0, 0, 0);

    public PollerRequests plus(PollerRequests other) {
        return new PollerRequests(
                receives + other.receives, emptyReceives + other.emptyReceives, deletes + other.deletes);
    }

    public PollerRequests minus(PollerRequests earlier) {
        return new PollerRequests(
                receives - earlier.receives, emptyReceives - earlier.emptyReceives, deletes - earlier.deletes);
    }

    static final class Counter {
        private final LongAdder receives = new LongAdder();
        private final LongAdder emptyReceives = new LongAdder();
        private final LongAdder deletes = new LongAdder();

        void received(int messages) {
            (messages == 0 ? emptyReceives : receives).increment();
        }

        void deleted() {
            deletes.increment();
        }

        PollerRequests soFar() {
            return new PollerRequests(receives.sum(), emptyReceives.sum(), deletes.sum());
        }
    }
}
