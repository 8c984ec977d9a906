package dev.warmpath.events;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of one event, each of which succeeds or fails for itself. What is not known to have succeeded has failed, so that
 * it is delivered again: whatever processes records must be safe to be repeated.
 *
 * @param <T> what the body of a record says
 */
public final class QueueBatch<T> {
    private static final Logger LOG = LoggerFactory.getLogger(QueueBatch.class);

    private final List<QueueRecord> records;
    private final Map<QueueRecord, T> readable;
    private final Set<QueueRecord> done = ConcurrentHashMap.newKeySet();

    private QueueBatch(List<QueueRecord> records, Map<QueueRecord, T> readable) {
        this.records = records;
        this.readable = readable;
    }

    /** Reads the body of each record; one that cannot be read fails, and no other does. */
    public static <T> QueueBatch<T> read(List<QueueRecord> records, Reader<T> reader) {
        Map<QueueRecord, T> readable = new LinkedHashMap<>();
        for (QueueRecord record : records) {
            try {
                readable.put(record, reader.read(record.body()));
            } catch (IOException | RuntimeException e) {
                // A parser's exception may quote the body, which may hold what is personal.
                LOG.error(
                        "Message {} cannot be read ({}), delivery {}",
                        record.id(),
                        e.getClass().getSimpleName(),
                        record.receiveCount());
            }
        }
        return new QueueBatch<>(List.copyOf(records), readable);
    }

    /** What the readable records say. */
    public Collection<T> values() {
        return List.copyOf(readable.values());
    }

    /** How many records there are, readable or not. */
    public int size() {
        return records.size();
    }

    public int unreadable() {
        return records.size() - readable.size();
    }

    /**
     * Processes the readable records in parallel. A record fails if its work throws, if it does not end before the deadline,
     * which interrupts it, or if it could not be begun in time.
     *
     * @param atOnce how many are processed at the same time, at least 1
     * @param least time that must be left for a record to be begun
     */
    public void process(int atOnce, Duration least, Deadline deadline, Work<T> work) {
        List<Callable<Void>> calls = readable.entrySet().stream()
                .map(entry -> call(entry.getKey(), entry.getValue(), least, deadline, work))
                .toList();
        try {
            FanOut.all(deadline, atOnce, calls);
        } catch (DeadlineException e) {
            LOG.warn("Only {} of {} messages were processed in time", done.size(), records.size());
        }
    }

    private Callable<Void> call(QueueRecord record, T value, Duration least, Deadline deadline, Work<T> work) {
        return () -> {
            if (deadline.remaining().compareTo(least) >= 0) {
                attempt(record, value, work);
            }
            return null;
        };
    }

    private void attempt(QueueRecord record, T value, Work<T> work) {
        try {
            work.process(record, value);
            done.add(record);
        } catch (Exception e) {
            LOG.warn("Message {} failed, delivery {}", record.id(), record.receiveCount(), e);
        }
    }

    /** The records that failed, or have not been processed yet. */
    public List<QueueRecord> failed() {
        return records.stream().filter(record -> !done.contains(record)).toList();
    }

    public PartialBatchResponse response() {
        return new PartialBatchResponse(failed().stream().map(QueueRecord::id).toList());
    }

    /** Makes of a body what it says. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws IOException or anything unchecked if the body cannot be read */
        T read(String body) throws IOException;
    }

    /** Processes a record. */
    @FunctionalInterface
    public interface Work<T> {
        /** @throws Exception if the record is to be delivered again */
        void process(QueueRecord record, T value) throws Exception;
    }
}
