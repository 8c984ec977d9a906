package dev.warmpath.cache;

import dev.warmpath.deadline.Deadline;
import java.util.Collection;

/** Where values come from that no level has. */
public interface Source<V> {
    /** Reads values of some keys; may be eventually consistent. */
    Loaded<V> load(Collection<String> keys, Deadline deadline);

    /** The version of a value, which grows with each change of it. */
    long version(V value);
}
