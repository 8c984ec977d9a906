package dev.warmpath.local.streams;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.filter.EventFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Follows one shard to its end and hands its records, those that the filter lets through, to the lanes. */
final class ShardReader {
    /** Lambda reads a shard four times a second. */
    private static final Duration BETWEEN_READS = Duration.ofMillis(250);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final DynamoDbStreamsClient streams;
    private final RecordReader records;
    private final EventFilter filter;
    private final Pause pause;
    private final Consumer<Throwable> errors;
    private volatile Progress progress = new Progress(false, System.nanoTime());

    /**
     * How far the shard is read.
     *
     * @param end whether nothing more will come
     * @param emptyAt when the last read began that found nothing, by {@link System#nanoTime}
     */
    private record Progress(boolean end, long emptyAt) {}

    ShardReader(
            DynamoDbStreamsClient streams,
            RecordReader records,
            EventFilter filter,
            Pause pause,
            Consumer<Throwable> errors) {
        this.streams = streams;
        this.records = records;
        this.filter = filter;
        this.pause = pause;
        this.errors = errors;
    }

    /** Returns when the shard has ended and its last records are in the queues. */
    void read(ShardPosition start, List<RecordQueue> lanes) throws InterruptedException {
        ShardPosition position = start;
        while (!position.isEnd()) {
            position = readPage(position, lanes);
        }
        for (RecordQueue lane : lanes) {
            lane.finish();
        }
        progress = new Progress(true, System.nanoTime());
    }

    /** Whether all that was written before a time, by {@link System#nanoTime}, is with the lanes. */
    boolean hasReadUntil(long time) {
        Progress now = progress;
        return now.end() || now.emptyAt() - time > 0;
    }

    private ShardPosition readPage(ShardPosition position, List<RecordQueue> lanes) throws InterruptedException {
        long began = System.nanoTime();
        try {
            GetRecordsResponse page = streams.getRecords(request -> request.shardIterator(position.iterator()));
            List<StreamRecord> found =
                    page.records().stream().map(records::read).toList();
            share(found, lanes);
            if (found.isEmpty()) {
                progress = new Progress(false, began);
            }
            if (found.isEmpty() && page.nextShardIterator() != null) {
                pause.of(BETWEEN_READS);
            }
            return position.after(found, page.nextShardIterator());
        } catch (SdkException e) {
            return again(position, e);
        }
    }

    /** An iterator lives for 15 minutes only, and a function that fails may take longer. */
    private ShardPosition again(ShardPosition position, SdkException fault) throws InterruptedException {
        if (!ShardPosition.isLost(fault)) {
            errors.accept(fault);
        }
        pause.of(AFTER_A_FAULT);
        try {
            return position.after(fault, streams);
        } catch (SdkException stillBroken) {
            return position;
        }
    }

    private void share(List<StreamRecord> found, List<RecordQueue> lanes) throws InterruptedException {
        List<List<StreamRecord>> pages = Stream.generate(() -> (List<StreamRecord>) new ArrayList<StreamRecord>())
                .limit(lanes.size())
                .toList();
        for (StreamRecord candidate : found) {
            if (filter.matches(candidate.json())) {
                pages.get(Math.floorMod(candidate.partitionKey().hashCode(), lanes.size()))
                        .add(candidate);
            }
        }
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).put(pages.get(i));
        }
    }
}
