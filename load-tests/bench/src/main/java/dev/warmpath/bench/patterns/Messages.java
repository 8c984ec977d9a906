package dev.warmpath.bench.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A queue as Lambda's poller sees it.
 *
 * <p>A message that is received and not deleted can be received again at once: to wait for it would only take time.
 */
record Messages(SqsClient sqs, String url) {
    private static final int MOST = 10;
    private static final int LONGEST_WAIT_SECONDS = 5;

    /** Makes the queue, unless there is one of this name. */
    static Messages in(Stores stores, String queue) {
        String url = stores.sqs()
                .createQueue(create -> create.queueName(queue)
                        .attributesWithStrings(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT.toString(), "0")))
                .queueUrl();
        return new Messages(stores.sqs(), url);
    }

    void send(String body) {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }

    /** By one request, so at most {@value #MOST}. */
    void sendAll(List<String> bodies) {
        sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries(bodies)));
    }

    /** Each with an id of its own. */
    static List<SendMessageBatchRequestEntry> entries(List<String> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(number -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(number))
                        .messageBody(bodies.get(number))
                        .build())
                .toList();
    }

    /** Up to {@value #MOST}; none only if there is none. */
    List<Message> receive() {
        return sqs.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(MOST)
                        .waitTimeSeconds(LONGEST_WAIT_SECONDS)
                        .messageSystemAttributeNames(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    /** Those that are done; none is no request. */
    void delete(List<Message> messages) {
        if (!messages.isEmpty()) {
            sqs.deleteMessageBatch(delete -> delete.queueUrl(url)
                    .entries(IntStream.range(0, messages.size())
                            .mapToObj(number -> entry(number, messages.get(number)))
                            .toList()));
        }
    }

    private static DeleteMessageBatchRequestEntry entry(int number, Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(Integer.toString(number))
                .receiptHandle(message.receiptHandle())
                .build();
    }

    /** Takes this many out of the queue, in no order. */
    List<String> take(int count) {
        List<String> bodies = new ArrayList<>();
        while (bodies.size() < count) {
            List<Message> messages = receive();
            if (messages.isEmpty()) {
                throw new IllegalStateException("The queue has " + bodies.size() + " of " + count + " messages");
            }
            messages.forEach(message -> bodies.add(message.body()));
            delete(messages);
        }
        return bodies;
    }
}
