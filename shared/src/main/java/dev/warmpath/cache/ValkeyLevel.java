package dev.warmpath.cache;

import dev.warmpath.cache.PutScript.Put;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * Entries on a Valkey or Redis server that all environments share.
 *
 * <p>One call reads any number of entries in one round trip and writes each {@value #PUTS_AT_ONCE} in one, or in three where the
 * server does not yet know the script that writes them. A server in cluster mode is not supported: it refuses to read keys of several slots in one command.
 *
 * <p>What is no entry, or is written in another form, reads as a miss; an entry as new takes its place. An entry in this form
 * whose value cannot be read stays a miss until it expires or a newer one comes.
 *
 * <p>Needs: Jedis, without any of its own dependencies but slf4j-api.
 */
final class ValkeyLevel<V> implements Level<V> {
    /** Each chunk has the whole time to answer, so that many entries need no longer timeout. */
    private static final int PUTS_AT_ONCE = 100;

    private final String prefix;
    private final WrittenForm<V> form;
    private final Expiry expiry;
    private final ValkeyConnection connection;

    /**
     * @param cache name of the cache, with which its keys begin
     * @throws IllegalArgumentException if the codec's form is no plain name
     */
    ValkeyLevel(String cache, Codec<V> codec, Expiry expiry, ValkeyConnection connection) {
        this.prefix = cache + ":";
        this.form = new WrittenForm<>(codec);
        this.expiry = expiry;
        this.connection = connection;
    }

    @Override
    public String name() {
        return "L2";
    }

    /** @throws LevelException if the server cannot be reached, answers an error or garbage, or takes too long */
    @Override
    public Map<String, Entry<V>> getAll(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<String> asked = List.copyOf(keys);
        List<?> written = connection.call(server -> read(server, asked));
        Map<String, Entry<V>> entries = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            if (written.get(i) instanceof byte[] bytes) {
                String key = asked.get(i);
                form.read(bytes).ifPresent(entry -> entries.put(key, entry));
            }
        }
        return entries;
    }

    private List<?> read(Connection server, List<String> keys) {
        server.sendCommand(Command.MGET, keys.stream().map(this::stored).toArray(byte[][]::new));
        if (server.getOne() instanceof List<?> written && written.size() == keys.size()) {
            return written;
        }
        throw new LevelException("the answer is not the one to MGET");
    }

    /** @throws LevelException as {@link #getAll}; some entries may then be written */
    @Override
    public Collection<String> putAll(Map<String, Entry<V>> entries, Duration age) {
        List<Put> puts = new ArrayList<>();
        entries.forEach((key, entry) -> {
            long milliseconds = expiry.left(entry, age).toMillis();
            if (milliseconds > 0) {
                puts.add(new Put(key, stored(key), entry.version(), form.form(), form.write(entry), milliseconds));
            }
        });
        List<String> kept = new ArrayList<>();
        for (int from = 0; from < puts.size(); from += PUTS_AT_ONCE) {
            List<Put> chunk = puts.subList(from, Math.min(from + PUTS_AT_ONCE, puts.size()));
            kept.addAll(connection.call(server -> PutScript.run(server, chunk)));
        }
        return kept;
    }

    /** Forgets nothing: the server is shared. */
    @Override
    public void clear() {}

    private byte[] stored(String key) {
        return (prefix + key).getBytes(StandardCharsets.UTF_8);
    }
}
