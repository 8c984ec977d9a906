package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.BatchWrite;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.events.QueueBatch;
import dev.warmpath.events.QueueRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Messages of which one fails the first {@value #FAILURES} times it is delivered; each writes a row. Either way it takes three
 * invocations until all are done: what differs is how much of the batch is done again.
 *
 * <p>One that always fails is not measured, since there the outcomes differ: without the pattern it takes its whole batch along
 * into the dead-letter queue.
 */
final class PartialBatch {
    private static final int MESSAGES = 10;
    private static final int FAILURES = 2;

    /** By which the place of the failing message changes from run to run, so that each has its turn. */
    private static final int STEP = 7;

    static final Pattern PATTERN = new Pattern(
            "partial-batch-response",
            "What does it save to report the one message that failed of " + MESSAGES + ", and not the whole batch?",
            PartialBatch::trials);

    private PartialBatch() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        silenceFailures();
        Pace modelled = workbench.pace(1, 5, 10);
        Pace asTheyAre = workbench.pace(10, 10, 10);
        return workbench.stores().trials(Figure.WRITE_UNITS, modelled, asTheyAre, PartialBatch::pair);
    }

    /** They are wanted here, and each would be a line in the terminal. */
    static void silenceFailures() {
        System.setProperty("org.slf4j.simpleLogger.log." + QueueBatch.class.getName(), "off");
    }

    static Pair pair(Stores stores) {
        Messages queue = Messages.in(stores, "patterns-deliveries");
        return Pair.of(
                "the batch fails",
                new Delivering(stores, queue, records -> untilOneFails(stores, records)),
                "the message fails",
                new Delivering(stores, queue, records -> eachByItself(stores, records)));
    }

    /** Handles an event of a queue, as a function does. */
    @FunctionalInterface
    private interface Handler {
        /** @return ids of those that are to be delivered again */
        Collection<String> failed(List<QueueRecord> records);
    }

    private static Collection<String> untilOneFails(Stores stores, List<QueueRecord> records) {
        try {
            records.forEach(record -> write(stores, record));
            return List.of();
        } catch (FailingMessage e) {
            return records.stream().map(QueueRecord::id).toList();
        }
    }

    private static Collection<String> eachByItself(Stores stores, List<QueueRecord> records) {
        QueueBatch<String> batch = QueueBatch.read(records, body -> body);
        batch.process(1, Duration.ZERO, StoreData.deadline(), (record, body) -> write(stores, record));
        return batch.response().failed();
    }

    private static void write(Stores stores, QueueRecord record) {
        if (record.body().startsWith("fails") && record.receiveCount() <= FAILURES) {
            throw new FailingMessage();
        }
        Map<String, AttributeValue> row = key(record.body().replace("fails", "works"));
        stores.dynamoDb().putItem(put -> put.tableName(StoreTables.PLACED).item(row));
    }

    private static Map<String, AttributeValue> key(String body) {
        return Map.of("pk", StoreRows.text("MESSAGE#" + body), "sk", StoreRows.text("DONE"));
    }

    /** Without a stack, which would be logged with each failure. */
    private static final class FailingMessage extends RuntimeException {
        private static final long serialVersionUID = 1;

        FailingMessage() {
            super("This message fails at first", null, false, false);
        }
    }

    /** Delivers what is in the queue until all of it is done, as Lambda's poller does, but without its waits. */
    private static final class Delivering implements Job {
        private final Stores stores;
        private final Messages queue;
        private final Handler handler;
        private int runs;

        Delivering(Stores stores, Messages queue, Handler handler) {
            this.stores = stores;
            this.queue = queue;
            this.handler = handler;
        }

        @Override
        public void prepare() {
            int failing = runs++ * STEP % MESSAGES;
            queue.sendAll(IntStream.range(0, MESSAGES)
                    .mapToObj(number -> (number == failing ? "fails " : "works ") + number)
                    .toList());
        }

        @Override
        public Object run() {
            int done = 0;
            while (done < MESSAGES) {
                List<Message> messages = queue.receive();
                Collection<String> failed = handler.failed(
                        messages.stream().map(Delivering::asEvent).toList());
                List<Message> deleted = messages.stream()
                        .filter(message -> !failed.contains(message.messageId()))
                        .toList();
                queue.delete(deleted);
                done += deleted.size();
            }
            return done;
        }

        private static QueueRecord asEvent(Message message) {
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
            List<Map<String, AttributeValue>> keys = IntStream.range(0, MESSAGES)
                    .mapToObj(number -> key("works " + number))
                    .toList();
            var rows = new BatchGet(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                    .consistent()
                    .read(keys, StoreData.deadline());
            new BatchWrite(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                    .write(keys.stream().map(StoreData::delete).toList(), StoreData.deadline());
            return rows.found();
        }
    }
}
