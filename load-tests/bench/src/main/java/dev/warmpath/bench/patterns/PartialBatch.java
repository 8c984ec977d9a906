package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.events.QueueBatch;
import dev.warmpath.events.QueueRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A batch of messages of which one fails twice. Either way it takes three invocations until all are done: what differs is how
 * much of the batch is done again.
 *
 * <p>A message that always fails is not measured, since there the outcomes differ: without the pattern it takes its whole batch
 * along into the dead-letter queue.
 */
final class PartialBatch {
    static final Pattern PATTERN = new Pattern(
            "partial-batch-response",
            "What does it save to report the one message that failed of " + Deliveries.MESSAGES
                    + ", and not the whole batch?",
            PartialBatch::trials);

    private PartialBatch() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        silenceFailures();
        Pace modelled = workbench.pace(1, 10, 5);
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
                new Deliveries(stores, queue, records -> untilOneFails(stores, records)),
                "the message fails",
                new Deliveries(stores, queue, records -> eachByItself(stores, records)));
    }

    private static Collection<String> untilOneFails(Stores stores, List<QueueRecord> records) {
        try {
            records.forEach(record -> Deliveries.work(stores, record));
            return List.of();
        } catch (Deliveries.FailingMessage e) {
            return records.stream().map(QueueRecord::id).toList();
        }
    }

    /** One after the other, as the other way does. */
    private static Collection<String> eachByItself(Stores stores, List<QueueRecord> records) {
        QueueBatch<String> batch = QueueBatch.read(records, body -> body);
        batch.process(1, Duration.ZERO, StoreData.deadline(), (record, body) -> Deliveries.work(stores, record));
        return batch.response().failed();
    }
}
