package dev.warmpath.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the rows of a source were at which time: the plain map that a cache is held against. */
final class History {
    private final Map<String, List<State>> states = new HashMap<>();

    /** What a row was from a time on. */
    private record State(long since, Entry<String> entry) {}

    void record(String key, long now, Entry<String> entry) {
        states(key).add(new State(now, entry));
    }

    private List<State> states(String key) {
        return states.computeIfAbsent(
                key, none -> new ArrayList<>(List.of(new State(Long.MIN_VALUE, Entry.notFound()))));
    }

    Entry<String> now(String key) {
        return states(key).getLast().entry();
    }

    /**
     * What an answer may stem from: the version of the newest such row state, of those that held at some time since one and
     * are of this version or newer.
     */
    OptionalLong newestLike(String key, Entry<String> answer, long since, long least) {
        List<State> all = states(key);
        for (int i = all.size() - 1; i >= 0; i--) {
            Entry<String> entry = all.get(i).entry();
            if (entry.value().equals(answer.value()) && entry.version() >= least) {
                return OptionalLong.of(entry.version());
            }
            if (all.get(i).since() <= since) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }
}
