package dev.warmpath.local.sqs;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Pause;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.template.QueueMapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Brings batches to the function of one mapping and deletes the messages that it has done; the others become visible again by
 * themselves.
 *
 * <p>A throttled batch is tried again as long as its messages stay invisible; a function that fails at init, or is throttled,
 * makes the mapping back off.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling errors for an SQS event
 *     source in Lambda</a>
 */
final class BatchDelivery {
    private static final String SOURCE = "SQS";

    private final QueueMapping mapping;
    private final MessageFilter filter;
    private final MessageSource queue;
    private final Deliveries deliveries;
    private final Backoff backoff;
    private final Pause pause;

    BatchDelivery(QueueMapping mapping, MessageSource queue, Deliveries deliveries, Backoff backoff, Pause pause) {
        this.mapping = mapping;
        this.filter = new MessageFilter(mapping);
        this.queue = queue;
        this.deliveries = deliveries;
        this.backoff = backoff;
        this.pause = pause;
    }

    /** @param visibleAgain when the batch's messages become visible again, by {@link System#nanoTime} */
    void deliver(List<Message> batch, long visibleAgain) throws InterruptedException {
        Map<Boolean, List<Message>> admitted = batch.stream().collect(Collectors.partitioningBy(filter::admits));
        queue.delete(admitted.get(false));
        for (QueueEvent event : QueueEvent.of(mapping.queue(), admitted.get(true))) {
            Invocation invocation = invokeUntilAdmitted(event, visibleAgain);
            Set<String> failed = failed(event, invocation.result());
            queue.delete(event.messages().stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .toList());
        }
    }

    private Invocation invokeUntilAdmitted(QueueEvent event, long visibleAgain) throws InterruptedException {
        Invocation invocation = invoke(event);
        while (invocation.result() instanceof Result.Throttled
                && System.nanoTime() + backoff.pause().toNanos() < visibleAgain) {
            pause.of(backoff.pause());
            invocation = invoke(event);
        }
        return invocation;
    }

    private Invocation invoke(QueueEvent event) throws InterruptedException {
        Invocation invocation =
                deliveries.deliver(SOURCE, ended -> detail(event, ended.result()), mapping.function(), event.json());
        if (neverRan(invocation)) {
            backoff.failed();
        } else {
            backoff.succeeded();
        }
        return invocation;
    }

    /** An event that was never delivered took no time. */
    private static boolean neverRan(Invocation invocation) {
        return !(invocation.result() instanceof Result.Success)
                && invocation.report().duration().isZero();
    }

    private String detail(QueueEvent event, Result result) {
        int messages = event.messages().size();
        int failed = result instanceof Result.Success ? failed(event, result).size() : 0;
        return mapping.queue().logicalId() + ", " + messages + (messages == 1 ? " message" : " messages")
                + (failed == 0 ? "" : ", " + failed + " failed");
    }

    private Set<String> failed(QueueEvent event, Result result) {
        Set<String> ids = event.messages().stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
        if (result instanceof Result.Success success) {
            return mapping.reportsFailures() ? BatchAnswer.failed(success.payload(), ids) : Set.of();
        }
        return ids;
    }
}
