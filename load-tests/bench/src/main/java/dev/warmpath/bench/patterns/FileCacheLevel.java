package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.rig.JsonCodec;
import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CacheListener;
import dev.warmpath.cache.FileLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Products that are all in files, read from these or from the table. */
final class FileCacheLevel {
    private static final long MOST_BYTES = 16 << 20;

    static final Pattern PATTERN = new Pattern(
            "file-cache",
            "What does a hit in a file of the environment save over a read of the table?",
            FileCacheLevel::trials);

    private FileCacheLevel() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        StoreBed bed = workbench.stores();
        Path folder = workbench.folder("files");
        Pace modelled = workbench.pace(10, 15, 20);
        Pace asTheyAre = workbench.pace(2_000, 20, 200);
        int products = bed.data().products();
        return bed.trials(Figure.LATENCY, modelled, asTheyAre, stores -> pair(stores, folder, products));
    }

    static Pair pair(Stores stores, Path folder, int products) {
        CachedRows rows = CachedRows.PRODUCTS;
        FileLevel<Map<String, Object>> files = new FileLevel<>(folder, MOST_BYTES, new JsonCodec(), CachedRows.TIMES);
        Cache<Map<String, Object>> cache = rows.through(stores, files, CacheListener.NONE);
        cache.getAll(IntStream.range(0, products).mapToObj(FileCacheLevel::id).toList(), StoreData.deadline());
        Skew ofTable = new Skew(products);
        Skew ofFiles = new Skew(products);
        return Pair.of(
                "GetItem",
                () -> rows.fromTable(stores, id(ofTable.next())),
                "file",
                () -> cache.get(id(ofFiles.next()), StoreData.deadline()).orElseThrow());
    }

    private static String id(int product) {
        return StoreRows.productKey(StoreRows.sku(product)).get("pk").s();
    }
}
