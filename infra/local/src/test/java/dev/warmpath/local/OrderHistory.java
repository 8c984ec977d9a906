package dev.warmpath.local;

import dev.warmpath.local.frontdoor.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Each change of the orders table, from its stream.
 *
 * @param statuses by order id, every status that the order's row was given, in order
 * @param stock by SKU, how many there were before the first change and after each one
 */
record OrderHistory(Map<String, List<String>> statuses, Map<String, List<Long>> stock) {
    private static final String REMOVED = "REMOVED";

    /** All from the start of the run until now; no rules may be set for all functions. */
    static OrderHistory of(LocalRun run) {
        OrderHistory history = new OrderHistory(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (DynamoDbStreamsClient client = client(run)) {
            String arn = client.listStreams().streams().stream()
                    .filter(stream -> stream.tableName().contains("OrdersTable"))
                    .map(software.amazon.awssdk.services.dynamodb.model.Stream::streamArn)
                    .findFirst()
                    .orElseThrow();
            client.describeStream(request -> request.streamArn(arn)).streamDescription().shards().stream()
                    .sorted(Comparator.comparing(Shard::shardId))
                    .flatMap(shard -> records(client, arn, shard.shardId()))
                    .map(Record::dynamodb)
                    .forEach(history::add);
        }
        return history;
    }

    private static DynamoDbStreamsClient client(LocalRun run) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Until there are none any more for now. */
    private static Stream<Record> records(DynamoDbStreamsClient client, String arn, String shard) {
        List<Record> records = new ArrayList<>();
        String iterator = client.getShardIterator(request ->
                        request.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        while (iterator != null) {
            String position = iterator;
            GetRecordsResponse page = client.getRecords(request -> request.shardIterator(position));
            records.addAll(page.records());
            iterator = page.records().isEmpty() ? null : page.nextShardIterator();
        }
        return records.stream();
    }

    private void add(StreamRecord change) {
        String sk = change.keys().get("sk").s();
        if (sk.startsWith("ORDER#")) {
            add(sk.substring("ORDER#".length()), change.newImage());
        } else if (sk.equals("STOCK")) {
            addStock(change.keys().get("pk").s().substring("SKU#".length()), change);
        }
    }

    /** A change of something else than the status is none. */
    private void add(String orderId, Map<String, AttributeValue> row) {
        List<String> so = statuses.computeIfAbsent(orderId, _ -> new ArrayList<>());
        String status = row.isEmpty() ? REMOVED : row.get("status").s();
        if (so.isEmpty() || !so.getLast().equals(status)) {
            so.add(status);
        }
    }

    private void addStock(String sku, StreamRecord change) {
        stock.computeIfAbsent(sku, _ -> new ArrayList<>())
                .add(Long.parseLong(change.newImage().get("available").n()));
    }

    /**
     * What stock-takes have changed: counts that differ so much from what was there that no order can be the reason.
     *
     * @param least the least difference that is one of a stock-take
     */
    long countedBesides(String sku, long least) {
        List<Long> levels = stock.getOrDefault(sku, List.of());
        long sum = 0;
        for (int i = 1; i < levels.size(); i++) {
            long change = levels.get(i) - levels.get(i - 1);
            sum += Math.abs(change) >= least ? change : 0;
        }
        return sum;
    }
}
