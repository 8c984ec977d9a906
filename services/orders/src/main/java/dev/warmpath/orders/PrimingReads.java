package dev.warmpath.orders;

import dev.warmpath.clients.CannedAnswer;
import dev.warmpath.items.Versions;
import dev.warmpath.orders.catalogue.Inventory;
import dev.warmpath.orders.catalogue.Shelf;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.products.CachedProduct;
import dev.warmpath.orders.products.Freshness;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.orders.reading.DetailsReader;
import dev.warmpath.orders.reading.OrderTable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tables that answer every read with one made-up product or order and accept every write: let priming warm what only a success
 * runs through, from the client's own parser on. Nothing leaves the process.
 */
final class PrimingReads {
    private static final String TABLE = "priming";

    private static final String PRODUCT = """
            {"pk": {"S": "SKU#priming"}, "sk": {"S": "CATALOGUE"}, "name": {"S": "Priming"},
            "unitPrice": {"N": "1"}, "currency": {"S": "EUR"}, "version": {"N": "1"}}""";

    private static final String STOCK = """
            {"pk": {"S": "SKU#priming"}, "sk": {"S": "STOCK"}, "available": {"N": "1"}, "version": {"N": "1"}}""";

    /** An order and, in its first two fields, its user. */
    private static final String ORDER = """
            {"userId": {"S": "priming"}, "status": {"S": "CONFIRMED"},
            "pk": {"S": "USER#priming"}, "sk": {"S": "ORDER#priming"},
            "lines": {"L": [{"M": {"sku": {"S": "priming"}, "quantity": {"N": "1"}, "unitPrice": {"N": "1"}}}]},
            "total": {"N": "1"}, "currency": {"S": "EUR"}, "bodyHash": {"S": "priming"},
            "correlationId": {"S": "priming"}, "placedAt": {"S": "2026-01-01T00:00:00.001Z"},
            "updatedAt": {"S": "2026-01-01T00:00:00.001Z"}}""";

    private static final String BATCH = "\"Responses\":{\"" + TABLE + "\":[" + PRODUCT + "," + STOCK + "]}";

    private PrimingReads() {}

    static Inventory inventory() {
        return new Inventory(products(), TABLE, new Versions(Clock.systemUTC(), new SecureRandom()));
    }

    static Shelf shelf() {
        ProductTable table = new ProductTable(products(), TABLE);
        ProductCaches caches = new ProductCaches(table, Optional.empty(), System::nanoTime);
        return new Shelf(caches.many(Duration.ofMinutes(1)), products(), TABLE);
    }

    /** Also writes a file, which nobody reads. */
    static CachedProduct product() {
        ProductTable table = new ProductTable(products(), TABLE);
        ProductCaches caches = new ProductCaches(table, Optional.empty(), System::nanoTime);
        return caches.single(
                new Freshness(Duration.ofMinutes(1)), Path.of(System.getProperty("java.io.tmpdir"), TABLE));
    }

    static OrderTable orders() {
        return new OrderTable(orderClient(), TABLE);
    }

    static DetailsReader details() {
        return new DetailsReader(orderClient(), TABLE, new Customers(orderClient(), TABLE));
    }

    private static DynamoDbClient products() {
        return CannedAnswer.dynamoDb("{\"Item\":" + PRODUCT + "," + BATCH + "}");
    }

    private static DynamoDbClient orderClient() {
        return CannedAnswer.dynamoDb("{\"Item\":" + ORDER + ",\"Items\":[" + ORDER + "],\"Count\":1," + BATCH + "}");
    }
}
