package dev.warmpath.function;

import dev.warmpath.cache.Loaded;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** How a route answers what was asked for by many ids: {@code {<name>: [..], missing: [ids], unprocessed: [ids]}}. */
public final class BatchAnswer {
    private BatchAnswer() {}

    /**
     * The answer, all parts in the order of the ids.
     *
     * @param name of what was found
     * @param ids each once
     * @param loaded of which what is unread is unprocessed, a part that is there only if anything is; all other ids are missing
     */
    public static <V> Map<String, Object> of(
            String name, Collection<String> ids, Loaded<V> loaded, Function<V, ? extends Map<String, ?>> toJson) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                name,
                those(ids, loaded.found()::containsKey).stream()
                        .map(loaded.found()::get)
                        .map(toJson)
                        .toList());
        answer.put(
                "missing",
                those(
                        ids,
                        id -> !loaded.found().containsKey(id)
                                && !loaded.unread().contains(id)));
        if (!loaded.unread().isEmpty()) {
            answer.put("unprocessed", those(ids, loaded.unread()::contains));
        }
        return answer;
    }

    private static List<String> those(Collection<String> ids, Predicate<String> which) {
        return ids.stream().filter(which).toList();
    }
}
