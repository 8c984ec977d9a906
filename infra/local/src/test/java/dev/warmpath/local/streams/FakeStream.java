package dev.warmpath.local.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.SequenceNumberRange;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A stream whose shards a test opens and closes; its iterators are {@code generation:shard:position}. */
final class FakeStream implements DynamoDbStreamsClient {
    private record Lines(String parent, boolean closed, List<Record> records) {}

    private final Map<String, Lines> shards = new LinkedHashMap<>();
    private int generation;
    private boolean failing;

    synchronized void open(String shard, String parent, String key, int... numbers) {
        shards.put(shard, new Lines(parent, false, new ArrayList<>()));
        add(shard, key, numbers);
    }

    synchronized void closed(String shard, String parent, String key, int... numbers) {
        shards.put(shard, new Lines(parent, true, new ArrayList<>()));
        add(shard, key, numbers);
    }

    synchronized void add(String shard, String key, int... numbers) {
        for (int number : numbers) {
            shards.get(shard).records().add(entry(key, number));
        }
    }

    synchronized void expireIterators() {
        generation++;
    }

    synchronized void failNextRead() {
        failing = true;
    }

    private static Record entry(String key, int number) {
        return Record.builder()
                .eventID(key + number)
                .eventName(OperationType.INSERT)
                .eventVersion("1.1")
                .dynamodb(StreamRecord.builder()
                        .approximateCreationDateTime(Instant.EPOCH)
                        .keys(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromN("" + number)))
                        .sequenceNumber("" + number)
                        .sizeBytes(1L)
                        .streamViewType("KEYS_ONLY")
                        .build())
                .build();
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        return ListStreamsResponse.builder()
                .streams(Stream.builder().streamArn("arn").streamLabel("label").build())
                .build();
    }

    /** One shard to a page. */
    @Override
    public synchronized DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        List<String> names = new ArrayList<>(shards.keySet());
        int index = names.indexOf(request.exclusiveStartShardId()) + 1;
        String name = names.get(index);
        StreamDescription.Builder page = StreamDescription.builder()
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .shards(shard(name, shards.get(name)));
        if (index + 1 < names.size()) {
            page.lastEvaluatedShardId(name);
        }
        return DescribeStreamResponse.builder().streamDescription(page.build()).build();
    }

    private static Shard shard(String name, Lines lines) {
        SequenceNumberRange range = SequenceNumberRange.builder()
                .startingSequenceNumber("0")
                .endingSequenceNumber(lines.closed() ? "9" : null)
                .build();
        return Shard.builder()
                .shardId(name)
                .parentShardId(lines.parent())
                .sequenceNumberRange(range)
                .build();
    }

    @Override
    public synchronized GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        List<Record> records = shards.get(request.shardId()).records();
        int position = switch (request.shardIteratorType()) {
            case LATEST -> records.size();
            case TRIM_HORIZON -> 0;
            default ->
                records.stream()
                                .map(found -> found.dynamodb().sequenceNumber())
                                .toList()
                                .indexOf(request.sequenceNumber())
                        + 1;
        };
        return GetShardIteratorResponse.builder()
                .shardIterator(iterator(request.shardId(), position))
                .build();
    }

    private String iterator(String shard, int position) {
        return generation + ":" + shard + ":" + position;
    }

    @Override
    public synchronized GetRecordsResponse getRecords(GetRecordsRequest request) {
        String[] iterator = request.shardIterator().split(":");
        if (failing) {
            failing = false;
            throw DynamoDbException.builder().message("the store is busy").build();
        }
        if (!iterator[0].equals("" + generation)) {
            throw ExpiredIteratorException.builder().message("expired").build();
        }
        Lines lines = shards.get(iterator[1]);
        List<Record> rest = List.copyOf(lines.records()
                .subList(Integer.parseInt(iterator[2]), lines.records().size()));
        String next =
                lines.closed() ? null : iterator(iterator[1], lines.records().size());
        return GetRecordsResponse.builder()
                .records(rest)
                .nextShardIterator(next)
                .build();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
