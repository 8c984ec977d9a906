package dev.warmpath.cache;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries in files, for reference data that is large or costly to load: more than fits into the heap, and still there when <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">Lambda initialises an environment anew</a>
 * after a failure. Nobody else can evict from it, so its time to live is how stale it may be.
 *
 * <p>It keeps no more bytes in files than its budget, and drops first what has expired, then what was written first; a value
 * larger than the budget is not kept. Expiry is by the wall clock, so that it also goes on while a snapshot is stored.
 *
 * <p>Nothing is thrown: an entry that the disk cannot give, or gives damaged, is a miss, and one that it cannot take is not
 * kept, nor is what was there of its key.
 */
public final class FileLevel<V> implements Level<V> {
    private final WrittenForm<V> form;
    private final Expiry expiry;
    private final Clock clock;
    private final FileStore store;

    /**
     * Opens a level, with the entries that an earlier process left in its folder.
     *
     * @param folder for this level alone, such as one in {@code /tmp}, where Lambda has 512 MB by default; made when needed
     * @param mostBytes the sum of the lengths of all files
     * @throws IllegalArgumentException if the codec's form is no plain name
     */
    public FileLevel(Path folder, long mostBytes, Codec<V> codec, TimesToLive timesToLive) {
        this(folder, mostBytes, codec, new Expiry(timesToLive, new SecureRandom()), Clock.systemUTC());
    }

    FileLevel(Path folder, long mostBytes, Codec<V> codec, Expiry expiry, Clock clock) {
        this.form = new WrittenForm<>(codec);
        this.expiry = expiry;
        this.clock = clock;
        this.store = new FileStore(folder, mostBytes, clock);
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public synchronized Map<String, Entry<V>> getAll(Collection<String> keys) {
        Map<String, Entry<V>> entries = new HashMap<>();
        for (String key : keys) {
            store.read(key).flatMap(form::read).ifPresent(entry -> entries.put(key, entry));
        }
        return entries;
    }

    @Override
    public synchronized Collection<String> putAll(Map<String, Entry<V>> entries, Duration age) {
        List<String> refused = new ArrayList<>();
        entries.forEach((key, entry) -> {
            Optional<byte[]> had = store.read(key);
            if (had.isPresent() && form.outranks(had.get(), entry)) {
                refused.add(key);
            } else {
                write(key, entry, age);
            }
        });
        return refused;
    }

    private void write(String key, Entry<V> entry, Duration age) {
        Duration left = expiry.left(entry, age);
        if (left.toMillis() > 0) {
            store.write(key, new StoredFile(clock.millis() + left.toMillis(), form.write(entry)));
        }
    }

    /** Forgets nothing: files know themselves when they expire. */
    @Override
    public void clear() {}
}
