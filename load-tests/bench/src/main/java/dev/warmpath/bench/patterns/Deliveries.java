package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.BatchWrite;
import dev.warmpath.events.QueueRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Delivers a batch of messages to a handler until all of them are done, as Lambda's poller does, but without its waits. Each
 * message leaves a row; one of them fails the first {@value #FAILURES} times it is delivered.
 */
final class Deliveries implements Job {
    static final int MESSAGES = 10;

    private static final int FAILURES = 2;

    /** By which the place of the failing message changes from run to run, so that each has its turn. */
    private static final int STEP = 7;

    private static final String FAILS = "fails ";
    private static final String WORKS = "works ";

    /** Handles an event of a queue, as a function does. */
    @FunctionalInterface
    interface Handler {
        /** @return ids of those that are to be delivered again */
        Collection<String> failed(List<QueueRecord> records);
    }

    private final Stores stores;
    private final Messages queue;
    private final Handler handler;
    private int runs;

    Deliveries(Stores stores, Messages queue, Handler handler) {
        this.stores = stores;
        this.queue = queue;
        this.handler = handler;
    }

    /** Without a stack, which would be logged with each failure. */
    static final class FailingMessage extends RuntimeException {
        private static final long serialVersionUID = 1;

        FailingMessage() {
            super("This message fails at first", null, false, false);
        }
    }

    /** What has to be done for a message. */
    static void work(Stores stores, QueueRecord record) {
        if (record.body().startsWith(FAILS) && record.receiveCount() <= FAILURES) {
            throw new FailingMessage();
        }
        Map<String, AttributeValue> row = key(number(record.body()));
        stores.dynamoDb().putItem(put -> put.tableName(StoreTables.PLACED).item(row));
    }

    private static int number(String body) {
        return Integer.parseInt(body.substring(FAILS.length()));
    }

    private static Map<String, AttributeValue> key(int number) {
        return Map.of("pk", StoreRows.text("MESSAGE#" + number), "sk", StoreRows.text("DONE"));
    }

    @Override
    public void prepare() {
        int failing = runs++ * STEP % MESSAGES;
        queue.sendAll(IntStream.range(0, MESSAGES)
                .mapToObj(number -> (number == failing ? FAILS : WORKS) + number)
                .toList());
    }

    @Override
    public Object run() {
        int done = 0;
        while (done < MESSAGES) {
            done += deliver(queue.receive());
        }
        return done;
    }

    private int deliver(List<Message> messages) {
        Collection<String> failed = handler.failed(messages.stream()
                .map(Deliveries::record)
                // In the order of their numbers: a queue keeps none, and the failing one's place decides on the work.
                .sorted(Comparator.comparing(record -> number(record.body())))
                .toList());
        List<Message> done = messages.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList();
        queue.delete(done);
        return done.size();
    }

    private static QueueRecord record(Message message) {
        Map<MessageSystemAttributeName, String> attributes = message.attributes();
        return new QueueRecord(
                message.messageId(),
                message.receiptHandle(),
                message.body(),
                Integer.parseInt(attributes.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                Instant.ofEpochMilli(Long.parseLong(attributes.get(MessageSystemAttributeName.SENT_TIMESTAMP))));
    }

    @Override
    public Object outcome(Object answer) {
        List<Map<String, AttributeValue>> keys =
                IntStream.range(0, MESSAGES).mapToObj(Deliveries::key).toList();
        var rows = new BatchGet(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                .consistent()
                .read(keys, StoreData.deadline());
        new BatchWrite(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                .write(keys.stream().map(StoreData::delete).toList(), StoreData.deadline());
        return rows.found();
    }
}
