package dev.warmpath.bench.patterns;

import java.util.List;
import java.util.stream.Stream;

/** All patterns that are measured. */
final class Patterns {
    private static final List<Pattern> OF_FUNCTIONS = List.of(
            ClientReuse.PATTERN,
            HttpClient.PATTERN,
            EventParsing.PATTERN,
            PrimingSteps.PATTERN,
            LayerLayout.PATTERN,
            L1Cache.PATTERN,
            Breaker.PATTERN,
            LazyLoading.PATTERN,
            MultiCore.PATTERN,
            SetNotList.PATTERN);

    private static final List<Pattern> OF_STORES = List.of(
            SharedCacheLevel.PATTERN,
            FileCacheLevel.PATTERN,
            BatchGets.PATTERN,
            BatchWrites.PATTERN,
            MessageBatches.PATTERN,
            ParallelFetch.PATTERN,
            Projections.PATTERN,
            QueryNotScan.PATTERN,
            KeysOnlyIndex.PATTERN,
            SqsOffload.PATTERN,
            PartialBatch.PATTERN);

    private static final List<Pattern> ALL =
            Stream.concat(OF_FUNCTIONS.stream(), OF_STORES.stream()).toList();

    private Patterns() {}

    static List<Pattern> all() {
        return ALL;
    }

    static Stream<String> names() {
        return ALL.stream().map(Pattern::name);
    }

    /** @throws IllegalArgumentException if there is no such pattern */
    static Pattern named(String name) {
        return ALL.stream()
                .filter(pattern -> pattern.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no pattern " + name + "; there are " + String.join(", ", names().toList()) + "."));
    }
}
