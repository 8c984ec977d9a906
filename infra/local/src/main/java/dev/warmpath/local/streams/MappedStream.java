package dev.warmpath.local.streams;

import dev.warmpath.local.template.StreamMapping;
import dev.warmpath.local.template.StreamMapping.Batching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;

/**
 * One mapping at work: follows the shards of its stream, each after its parent, so that the records of a key stay in order
 * when the stream gets new shards.
 */
final class MappedStream {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final StreamMapping mapping;
    private final String streamArn;
    private final Surroundings around;
    private final Set<String> followed = new HashSet<>();
    private final Queue<ShardWork> works = new ConcurrentLinkedQueue<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();

    MappedStream(StreamMapping mapping, String streamArn, Surroundings around) {
        this.mapping = mapping;
        this.streamArn = streamArn;
        this.around = around;
    }

    private record ShardWork(ShardReader reader, List<RecordQueue> lanes) {
        private boolean isDoneUntil(long time) {
            return reader.hasReadUntil(time) && lanes.stream().allMatch(RecordQueue::isHandled);
        }
    }

    /** Takes up its positions before it returns, so that {@code LATEST} means from now on. */
    void start() {
        StreamDescription stream = describe();
        if (mapping.latest()) {
            skipClosed(stream);
            follow(stream, ShardIteratorType.LATEST);
        }
        around.run(this::look);
    }

    private void skipClosed(StreamDescription stream) {
        stream.shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() != null)
                .forEach(shard -> {
                    followed.add(shard.shardId());
                    finished.add(shard.shardId());
                });
    }

    private void look() throws InterruptedException {
        while (!around.pause().isOver()) {
            try {
                follow(describe(), ShardIteratorType.TRIM_HORIZON);
            } catch (SdkException e) {
                around.report(e);
            }
            around.pause().of(BETWEEN_LOOKS);
        }
    }

    /** With the shards of all pages. */
    private StreamDescription describe() {
        List<software.amazon.awssdk.services.dynamodb.model.Shard> shards = new ArrayList<>();
        DescribeStreamResponse page = around.streams().describeStream(request -> request.streamArn(streamArn));
        shards.addAll(page.streamDescription().shards());
        while (page.streamDescription().lastEvaluatedShardId() != null) {
            String last = page.streamDescription().lastEvaluatedShardId();
            page = around.streams()
                    .describeStream(request -> request.streamArn(streamArn).exclusiveStartShardId(last));
            shards.addAll(page.streamDescription().shards());
        }
        return page.streamDescription().toBuilder().shards(shards).build();
    }

    private void follow(StreamDescription stream, ShardIteratorType start) {
        Set<String> known = stream.shards().stream()
                .map(software.amazon.awssdk.services.dynamodb.model.Shard::shardId)
                .collect(Collectors.toSet());
        stream.shards().stream()
                .filter(shard -> !followed.contains(shard.shardId()))
                .filter(shard -> !known.contains(shard.parentShardId()) || finished.contains(shard.parentShardId()))
                .forEach(shard -> follow(shard.shardId(), partitionKey(stream), start));
    }

    private static String partitionKey(StreamDescription stream) {
        return stream.keySchema().stream()
                .filter(key -> key.keyType() == KeyType.HASH)
                .findFirst()
                .orElseThrow()
                .attributeName();
    }

    private void follow(String shardId, String partitionKey, ShardIteratorType start) {
        ShardPosition position = ShardPosition.at(around.streams(), streamArn, shardId, start);
        RecordReader records = new RecordReader(streamArn, around.region(), partitionKey);
        ShardReader reader =
                new ShardReader(around.streams(), records, mapping.filter(), around.pause(), around::report);
        Batching batching = mapping.batching();
        List<RecordQueue> queues = Stream.generate(() -> new RecordQueue(batching))
                .limit(batching.parallelization())
                .toList();
        works.add(new ShardWork(reader, queues));
        followed.add(shardId);
        around.run(() -> read(reader, position, queues));
    }

    /** Whether all that was written before a time, by {@link System#nanoTime}, is processed or given up. */
    boolean isDoneUntil(long time) {
        return works.stream().allMatch(work -> work.isDoneUntil(time));
    }

    private void read(ShardReader reader, ShardPosition start, List<RecordQueue> queues) throws InterruptedException {
        Shard shard = new Shard(start.shardId(), streamArn, around.functionArn(mapping.function()));
        CountDownLatch lanes = new CountDownLatch(queues.size());
        for (RecordQueue queue : queues) {
            Lane lane = new Lane(queue, handler(shard), around::report);
            around.run(() -> {
                lane.work();
                lanes.countDown();
            });
        }
        reader.read(start, queues);
        lanes.await();
        finished.add(shard.id());
    }

    private BatchHandler handler(Shard shard) {
        Target target = new Target(mapping, around.deliveries(), around::report);
        BatchDelivery delivery = new BatchDelivery(
                mapping.failures(),
                around.pause(),
                around.clock(),
                new Discards(target, shard, around.onFailure(), around.clock())::accept);
        return mapping.batching()
                .tumblingWindow()
                .<BatchHandler>map(
                        length -> new WindowedBatches(target, shard, length, delivery, around.pause(), around.clock()))
                .orElseGet(() -> new PlainBatches(target, delivery));
    }
}
