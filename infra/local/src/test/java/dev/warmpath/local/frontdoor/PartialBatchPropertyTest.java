package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PartialBatchPropertyTest {
    @Property
    void eachKeyIsEitherForwardedOrUnprocessedOnce(
            @ForAll @IntRange(min = 1, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 40) int second,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double share,
            @ForAll long seed)
            throws IOException {
        Map<String, Object> tables = new LinkedHashMap<>();
        tables.put("First", Map.of("Keys", keys(first), "ProjectionExpression", "a", "ConsistentRead", true));
        tables.put("Second", Map.of("Keys", keys(second)));
        PartialBatch batch = PartialBatch.of(bytes(Map.of("RequestItems", tables)), share, new SplittableRandom(seed));

        Map<String, Object> forwarded = object(batch.rest(), "RequestItems");
        Map<String, Object> unprocessed =
                object(batch.complete(bytes(Map.of("Responses", Map.of())), "UnprocessedKeys"), "UnprocessedKeys");

        assertThat(all(forwarded, unprocessed, "First")).containsExactlyInAnyOrderElementsOf(keys(first));
        assertThat(all(forwarded, unprocessed, "Second")).containsExactlyInAnyOrderElementsOf(keys(second));
        assertThat(batch.isWhole()).isEqualTo(unprocessed.isEmpty());
        assertThat(batch.isNothing()).isEqualTo(forwarded.isEmpty());
    }

    @Property(tries = 50)
    void whatTheEngineItselfLeftIsKept(@ForAll @IntRange(min = 1, max = 24) int items, @ForAll long seed)
            throws IOException {
        Map<String, Object> request = Map.of("RequestItems", Map.of("Things", keys(items)));
        PartialBatch batch = PartialBatch.of(bytes(request), 0.5, new SplittableRandom(seed));
        Object own = Map.of("left", "by the engine");

        Map<String, Object> unprocessed = object(
                batch.complete(bytes(Map.of("UnprocessedItems", Map.of("Things", List.of(own)))), "UnprocessedItems"),
                "UnprocessedItems");

        List<Object> left = new ArrayList<>((List<?>) unprocessed.get("Things"));
        assertThat(left).first().isEqualTo(own);
        assertThat(left.size()
                        - 1
                        + elements(object(batch.rest(), "RequestItems").get("Things"))
                                .size())
                .isEqualTo(items);
    }

    private static List<Object> keys(int count) {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(Map.of("id", Map.of("S", "key " + i)));
        }
        return keys;
    }

    private static List<Object> all(Map<String, Object> forwarded, Map<String, Object> unprocessed, String table) {
        List<Object> all = new ArrayList<>(elements(forwarded.get(table)));
        all.addAll(elements(unprocessed.get(table)));
        return all;
    }

    private static List<?> elements(Object entry) {
        return switch (entry) {
            case List<?> list -> list;
            case Map<?, ?> keys -> (List<?>) keys.get("Keys");
            case null, default -> List.of();
        };
    }

    private static byte[] bytes(Map<String, Object> document) throws IOException {
        return JSON.std.asBytes(document);
    }

    private static Map<String, Object> object(byte[] json, String field) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) JSON.std.mapFrom(json).get(field)).forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }
}
