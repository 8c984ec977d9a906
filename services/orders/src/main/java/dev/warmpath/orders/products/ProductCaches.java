package dev.warmpath.orders.products;

import dev.warmpath.cache.FileLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.function.CacheLevels;
import dev.warmpath.orders.data.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Makes the levels in which products are cached.
 *
 * @param shared the level that all environments share, if there is one
 * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
 */
public record ProductCaches(ProductTable table, Optional<Level<Product>> shared, LongSupplier nanoTime) {
    static final CacheLevels<Product> LEVELS = new CacheLevels<>("products", new ProductCodec());

    /** Some 40,000 products. Each file takes a block of 4 KB or more of the 512 MB that Lambda gives {@code /tmp}. */
    private static final long MOST_FILE_BYTES = 8 << 20;

    /** As the function's variables state it, see {@link CacheLevels#shared()}. */
    public static Optional<Level<Product>> sharedByEnvironment() {
        return LEVELS.shared();
    }

    /**
     * For who reads many: memory, then what is shared. No level keeps that there is no such product, since an order of one that
     * was added a moment ago must not be rejected.
     *
     * @param inMemory how stale a product may be whose changes reach what is shared
     */
    public CachedProducts many(Duration inMemory) {
        var source = table.inBatches();
        var levels = Stream.of(LEVELS.memory(inMemory, Duration.ZERO, nanoTime), shared);
        return new CachedProducts(source, LEVELS.over(source, levels));
    }

    /**
     * For the public: memory, then files, then what is shared.
     *
     * <p>Files come before what is shared, though that has the newer entries: they answer sooner, and what only this environment
     * keeps must not move up into what all read, where it would start a new time to live for everybody. Only memory keeps that
     * there is no such product, and drops first what is rarely asked for: else anybody could fill files and shared level with
     * made-up SKUs.
     *
     * @param folder for the files, of this function alone
     */
    public CachedProduct single(Freshness freshness, Path folder) {
        var levels = Stream.of(
                LEVELS.memory(freshness.inMemory(), freshness.missing(), nanoTime),
                files(freshness.inFiles(), folder),
                shared);
        return new CachedProduct(table, LEVELS.over(table, levels), freshness);
    }

    private static Optional<Level<Product>> files(Duration values, Path folder) {
        return values.isZero()
                ? Optional.empty()
                : Optional.of(new FileLevel<>(
                        folder, MOST_FILE_BYTES, LEVELS.codec(), CacheLevels.times(values, Duration.ZERO)));
    }
}
