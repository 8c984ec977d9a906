package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.cache.CaffeineLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.products.CachedProducts;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.orders.products.SharedProducts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class SharedProductsIT {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private InventoryRows rows;
    private WatchedClient client;
    private SharedProducts shared;
    private CachedProducts products;

    @BeforeEach
    void wire(OrdersTable table) {
        rows = new InventoryRows(table);
        client = new WatchedClient(table.client());
        Level<Product> level = new CaffeineLevel<>(
                1_000, new TimesToLive(TIME_TO_LIVE, Duration.ZERO, TIME_TO_LIVE), System::nanoTime);
        shared = new SharedProducts(Optional.of(level));
        products = new ProductCaches(new ProductTable(client, table.name()), shared.level(), System::nanoTime)
                .many(Duration.ZERO);
    }

    @Test
    void aChangedProductIsAnsweredWithoutARead() {
        shared.changed(List.of(product(2), product(3), product(1)));

        assertThat(read()).isEqualTo(product(3));
        assertThat(client.calls()).isZero();
    }

    @Test
    void aProductThatWasReadIsReplacedByItsChange() {
        rows.putProduct("A", "Name 1", 100, 1);
        read();

        shared.changed(List.of(product(2)));

        assertThat(read()).isEqualTo(product(2));
    }

    @Test
    void anOlderChangeThatComesLateChangesNothing() {
        shared.changed(List.of(product(2)));
        shared.changed(List.of(product(1)));

        assertThat(read()).isEqualTo(product(2));
    }

    @Test
    void aRemovedProductIsMissing() {
        shared.changed(List.of(product(2)));
        shared.removed("A", 3);

        assertThat(products.findAll(List.of("A"), DEADLINE).found()).isEmpty();
    }

    @Test
    void withoutASharedLevelNothingIsShared() {
        SharedProducts none = new SharedProducts(Optional.empty());

        none.changed(List.of(product(2)));
        none.prime();

        assertThat(none.level()).isEmpty();
    }

    @Test
    void aMissingProductIsNotKept() {
        products.findAll(List.of("A"), DEADLINE);
        rows.putProduct("A", "Name 1", 100, 1);

        assertThat(read()).isEqualTo(product(1));
    }

    @Test
    void primingTouchesNoProduct() {
        shared.changed(List.of(product(2)));

        shared.prime();

        assertThat(read()).isEqualTo(product(2));
    }

    private Product read() {
        return products.findAll(List.of("A"), DEADLINE).found().get("A");
    }

    private static Product product(long version) {
        return new Product("A", "Name " + version, new Money(100, "EUR"), version);
    }
}
