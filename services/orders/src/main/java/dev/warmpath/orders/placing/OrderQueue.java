package dev.warmpath.orders.placing;

import dev.warmpath.batch.SendMessageBatch;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue of the workers. An order whose message does not reach it is accepted all the same, since what is pending for long
 * is sent again.
 */
public final class OrderQueue {
    /** Far above the milliseconds that the queue takes; a caller should not wait longer for what the schedule does as well. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(3);

    /** All that a hundred orders need. */
    private static final int BATCHES_AT_ONCE = 10;

    private static final String NOT_SENT = "OrdersNotSent";

    private static final Logger LOG = LoggerFactory.getLogger(OrderQueue.class);

    private final SqsClient client;
    private final String url;
    private final SendMessageBatch batches;

    public OrderQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
        this.batches = new SendMessageBatch(client, url, BATCHES_AT_ONCE);
    }

    /** Sends the message of one order, or counts and logs that it could not be sent in time. */
    void send(Order order, Deadline deadline) {
        OrderMessage message = OrderMessage.of(order);
        try {
            client.sendMessage(send -> send.queueUrl(url)
                    .messageBody(message.body())
                    .messageGroupId(message.group())
                    .overrideConfiguration(with -> with.apiCallTimeout(longest(deadline))));
        } catch (AbortedException e) {
            // Its order could not be written, so there is nothing to tell the workers of.
            throw e;
        } catch (SdkException e) {
            notSent(1, e);
        }
    }

    /** Leaves half of the time to answer that the order is accepted. */
    private static Duration longest(Deadline deadline) {
        Duration half = deadline.remaining().dividedBy(2).plusNanos(1);
        return half.compareTo(LONGEST_SEND) < 0 ? half : LONGEST_SEND;
    }

    /** Sends the messages of many orders, or counts and logs how many could not be sent in time. */
    void sendAll(List<Order> orders, Deadline deadline) {
        try {
            int unsent = batches.send(OrderMessage.entries(orders), deadline.within(LONGEST_SEND))
                    .size();
            if (unsent > 0) {
                Telemetry.count(NOT_SENT, unsent);
                LOG.warn("Accepted but not sent, orders: {} of {}", unsent, orders.size());
            }
        } catch (SdkException e) {
            notSent(orders.size(), e);
        }
    }

    private static void notSent(int orders, SdkException failure) {
        Telemetry.count(NOT_SENT, orders);
        LOG.error("Accepted but not sent, orders: {}", orders, failure);
    }
}
