package dev.warmpath.orders;

import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.items.Versions;
import dev.warmpath.orders.catalogue.Inventory;
import dev.warmpath.orders.catalogue.Shelf;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.products.CachedProduct;
import dev.warmpath.orders.products.CachedProducts;
import dev.warmpath.orders.products.Freshness;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.orders.reading.DetailsReader;
import dev.warmpath.orders.reading.OrderTable;
import dev.warmpath.snapstart.SnapStart;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes what the functions of this service are built of, once per execution environment. */
final class OrdersWiring {
    private static final int LONGEST_TTL_SECONDS = 86_400;

    private static final String ORDERS_TABLE = Env.read(env -> env.required("ORDERS_TABLE"));

    static {
        // It also sends a request to the region's real STS endpoint, which is no business of a local run.
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
        }
    }

    private OrdersWiring() {}

    static Customers customers() {
        return new Customers(Clients.dynamoDb(), Env.read(env -> env.required("USERS_TABLE")));
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
