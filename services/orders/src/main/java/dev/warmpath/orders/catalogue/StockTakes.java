package dev.warmpath.orders.catalogue;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Items;
import dev.warmpath.batch.SingleWrites;
import dev.warmpath.batch.Table;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Versions;
import dev.warmpath.orders.data.Stock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Sets stocks to what was counted, while orders take from them. */
final class StockTakes {
    private static final int READS_AT_ONCE = 10;

    /** Half of the client's connections. */
    private static final int WRITES_AT_ONCE = 25;

    private final DynamoDbClient client;
    private final String tableName;
    private final Versions versions;
    private final BatchGet read;
    private final SingleWrites writes = new SingleWrites(WRITES_AT_ONCE);

    StockTakes(DynamoDbClient client, String tableName, Versions versions) {
        this.client = client;
        this.tableName = tableName;
        this.versions = versions;
        this.read = new BatchGet(client, new Table(tableName, List.of("pk", "sk")), READS_AT_ONCE).consistent();
    }

    /**
     * Makes one stock-take for each item, whatever orders change meanwhile.
     *
     * @return SKUs of those that are not known to be made when the time is over
     */
    Set<String> make(Collection<CountedItem> items, Deadline deadline) {
        Items rows = read.read(items.stream().map(item -> Stock.key(item.sku())).toList(), deadline);
        Map<String, Map<String, AttributeValue>> known = new HashMap<>();
        rows.found().forEach(row -> known.put(Stock.of(row).sku(), row));
        // What could not be read in time is not written in time either.
        List<StockTake> takes = items.stream()
                .map(item -> StockTake.of(item, versions, known.getOrDefault(item.sku(), Map.of())))
                .toList();
        return writes.write(takes, this::attempt, deadline).stream()
                .map(StockTake::sku)
                .collect(Collectors.toSet());
    }

    private Optional<StockTake> attempt(StockTake take) {
        try {
            client.updateItem(take.request(tableName));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return take.after(e.hasItem() ? e.item() : Map.of());
        } catch (TransactionConflictException e) {
            // An order is taking from it at this moment.
            return Optional.of(take);
        }
    }

    /** Reaches the table with an update that it refuses, since no stock has this version: for priming. */
    void sendRefusedUpdate() {
        attempt(new StockTake("priming", 0, 0, OptionalLong.of(-1)));
    }
}
