package dev.warmpath.orders.fulfilment;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderMessage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue that the workers are on. */
public final class WorkerQueue {
    private static final int MOST_ENTRIES = 10;

    private final SqsClient client;
    private final String url;

    public WorkerQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** @return how many are not known to be sent; some of them may be sent all the same */
    int send(List<Order> orders, Deadline deadline) {
        int unsent = 0;
        for (int from = 0; from < orders.size(); from += MOST_ENTRIES) {
            unsent += sendSome(orders.subList(from, Math.min(orders.size(), from + MOST_ENTRIES)));
        }
        return unsent;
    }

    private int sendSome(List<Order> orders) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        orders.forEach(order -> entries.add(SendMessageBatchRequestEntry.builder()
                .id(order.key().orderId())
                .messageBody(OrderMessage.of(order).body())
                .build()));
        try {
            return client.sendMessageBatch(send -> send.queueUrl(url).entries(entries))
                    .failed()
                    .size();
        } catch (SdkException e) {
            LoggerFactory.getLogger(WorkerQueue.class).error("Orders not sent again: {}", orders.size(), e);
            return orders.size();
        }
    }
}
