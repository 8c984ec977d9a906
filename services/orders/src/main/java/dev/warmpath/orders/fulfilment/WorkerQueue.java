package dev.warmpath.orders.fulfilment;

import dev.warmpath.batch.SendMessageBatch;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderMessage;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that the workers are on. */
public final class WorkerQueue {
    /** A queue that takes no messages for so long is down, and another run tries again. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    private static final int BATCHES_AT_ONCE = 10;

    private final SendMessageBatch batches;

    public WorkerQueue(SqsClient client, String url) {
        this.batches = new SendMessageBatch(client, url, BATCHES_AT_ONCE);
    }

    /** @return how many are not known to be sent; some of them may be sent all the same */
    int send(List<Order> orders, Deadline deadline) {
        try {
            return batches.send(OrderMessage.entries(orders), deadline.within(LONGEST_SEND))
                    .size();
        } catch (SdkException e) {
            LoggerFactory.getLogger(WorkerQueue.class).error("Not sent again, orders: {}", orders.size(), e);
            return orders.size();
        }
    }
}
