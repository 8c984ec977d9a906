package dev.warmpath.orders;

import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.events.RetryDelay;
import dev.warmpath.items.Versions;
import dev.warmpath.orders.cancelling.Cancellations;
import dev.warmpath.orders.catalogue.Inventory;
import dev.warmpath.orders.catalogue.Shelf;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.fulfilment.DeadLetters;
import dev.warmpath.orders.fulfilment.FactReads;
import dev.warmpath.orders.fulfilment.Fulfilment;
import dev.warmpath.orders.fulfilment.Moves;
import dev.warmpath.orders.fulfilment.RequeueSchedule;
import dev.warmpath.orders.fulfilment.StaleOrders;
import dev.warmpath.orders.fulfilment.WorkerQueue;
import dev.warmpath.orders.placing.BatchPlacing;
import dev.warmpath.orders.placing.OrderPuts;
import dev.warmpath.orders.placing.OrderQueue;
import dev.warmpath.orders.placing.PendingOrders;
import dev.warmpath.orders.placing.Placing;
import dev.warmpath.orders.products.CachedProduct;
import dev.warmpath.orders.products.CachedProducts;
import dev.warmpath.orders.products.Freshness;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.orders.reading.DetailsReader;
import dev.warmpath.orders.reading.OrderTable;
import dev.warmpath.orders.report.Reports;
import dev.warmpath.snapstart.SnapStart;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes what the functions of this service are built of, once per execution environment. */
final class OrdersWiring {
    private static final int LONGEST_TTL_SECONDS = 86_400;

    private static final String ORDERS_TABLE = Env.read(env -> env.required("ORDERS_TABLE"));

    private static final int LONGEST_REQUEUE_SECONDS = 86_400;

    static {
        // It also sends a request to the region's real STS endpoint, which is no business of a local run.
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
        }
    }

    private OrdersWiring() {}

    static Placing placing() {
        return new Placing(pendingOrders(), orderPuts(), orderQueue());
    }

    static BatchPlacing batchPlacing() {
        return new BatchPlacing(pendingOrders(), orderPuts(), orderQueue());
    }

    static Cancellations cancellations() {
        return new Cancellations(Clients.dynamoDb(), ORDERS_TABLE, customers(), Clock.systemUTC());
    }

    private static PendingOrders pendingOrders() {
        return new PendingOrders(Clock.systemUTC(), new SecureRandom(), requeueAfter());
    }

    private static OrderPuts orderPuts() {
        return new OrderPuts(Clients.dynamoDb(), ORDERS_TABLE);
    }

    private static OrderQueue orderQueue() {
        warmUpSqs();
        return new OrderQueue(Clients.sqs(), queueUrl());
    }

    static Reports reports() {
        return Reports.of(Clients.dynamoDb(), ORDERS_TABLE, Env.read(env -> env.required("REPORTS_BUCKET")));
    }

    static Customers customers() {
        return new Customers(Clients.dynamoDb(), Env.read(env -> env.required("USERS_TABLE")));
    }

    static FactReads factReads() {
        return new FactReads(customers(), products());
    }

    static Fulfilment fulfilment() {
        return new Fulfilment(new Moves(Clients.dynamoDb(), ORDERS_TABLE), Clock.systemUTC());
    }

    static RetryDelay retryDelay() {
        warmUpSqs();
        return new RetryDelay(Clients.sqs(), queueUrl());
    }

    static StaleOrders staleOrders() {
        warmUpSqs();
        String attempts =
                Env.read(env -> env.matching("REQUEUE_ATTEMPTS", "[1-9]|1\\d|20", "a whole number from 1 to 20"));
        return new StaleOrders(
                Clients.dynamoDb(),
                ORDERS_TABLE,
                new WorkerQueue(Clients.sqs(), queueUrl()),
                new RequeueSchedule(requeueAfter(), Integer.parseInt(attempts)),
                Clock.systemUTC());
    }

    static DeadLetters deadLetters() {
        return new DeadLetters(Clients.sqs(), Env.read(env -> env.required("ORDERS_DEAD_LETTER_QUEUE_URL")));
    }

    private static Duration requeueAfter() {
        return Env.read(env -> env.seconds("REQUEUE_AFTER_SECONDS", 1, LONGEST_REQUEUE_SECONDS));
    }

    private static String queueUrl() {
        return Env.read(env -> env.required("ORDERS_QUEUE_URL"));
    }

    private static void warmUpSqs() {
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(SqsClient.class));
        }
    }

    /** The catalogue by way of caches, for who reads many products. */
    static CachedProducts products() {
        CachedProducts products = productCaches().many(productsTimeToLive());
        SnapStart.afterRestore(products.cache()::clear);
        return products;
    }

    static CachedProduct product() {
        Path files = Path.of(System.getProperty("java.io.tmpdir"), "products");
        CachedProduct product = productCaches().single(new Freshness(productsTimeToLive()), files);
        SnapStart.afterRestore(product.cache()::clear);
        return product;
    }

    private static ProductCaches productCaches() {
        ProductTable table = new ProductTable(Clients.dynamoDb(), ORDERS_TABLE);
        return new ProductCaches(table, ProductCaches.sharedByEnvironment(), System::nanoTime);
    }

    private static Duration productsTimeToLive() {
        return Env.read(env -> env.seconds("PRODUCTS_CACHE_TTL_SECONDS", 0, LONGEST_TTL_SECONDS));
    }

    static Inventory inventory() {
        return new Inventory(Clients.dynamoDb(), ORDERS_TABLE, new Versions(Clock.systemUTC(), new SecureRandom()));
    }

    static Shelf shelf() {
        return new Shelf(products(), Clients.dynamoDb(), ORDERS_TABLE);
    }

    static OrderTable orders() {
        return new OrderTable(Clients.dynamoDb(), ORDERS_TABLE);
    }

    static DetailsReader details() {
        return new DetailsReader(Clients.dynamoDb(), ORDERS_TABLE, customers());
    }
}
