package dev.warmpath.function;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Items;
import dev.warmpath.cache.Loaded;
import dev.warmpath.cache.Source;
import dev.warmpath.deadline.Deadline;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values of a table's rows, read in as few requests as can be. */
public final class TableSource<V> implements Source<V> {
    private final BatchGet read;
    private final BatchGet readLatest;
    private final Rows<V> rows;

    public TableSource(BatchGet read, Rows<V> rows) {
        this.read = read;
        this.readLatest = read.consistent();
        this.rows = rows;
    }

    /**
     * The values as of a moment ago, at half the price of consistent reads. Only one that did not exist at the time of the
     * call is in neither part of the answer: misses are made sure of, since what is missed may have just been created.
     */
    @Override
    public Loaded<V> load(Collection<String> ids, Deadline deadline) {
        Loaded<V> first = read(read, ids, deadline);
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(first.found().keySet());
        missing.removeAll(first.unread());
        return missing.isEmpty() ? first : together(first, loadLatest(missing, deadline));
    }

    /** The values as the table has them now. */
    public Loaded<V> loadLatest(Collection<String> ids, Deadline deadline) {
        return read(readLatest, ids, deadline);
    }

    @Override
    public long version(V value) {
        return rows.version(value);
    }

    private Loaded<V> read(BatchGet by, Collection<String> ids, Deadline deadline) {
        Map<Map<String, AttributeValue>, String> idsByKey = new HashMap<>();
        ids.forEach(id -> idsByKey.put(rows.key(id), id));
        Items items = by.read(idsByKey.keySet(), deadline);
        Map<String, V> found = new HashMap<>();
        items.found().stream().map(rows::value).forEach(value -> found.put(rows.id(value), value));
        Set<String> unread = new HashSet<>();
        items.unread().forEach(key -> unread.add(idsByKey.get(key)));
        return new Loaded<>(found, unread);
    }

    private static <V> Loaded<V> together(Loaded<V> one, Loaded<V> other) {
        Map<String, V> found = new HashMap<>(one.found());
        found.putAll(other.found());
        Set<String> unread = new HashSet<>(one.unread());
        unread.addAll(other.unread());
        return new Loaded<>(found, unread);
    }
}
