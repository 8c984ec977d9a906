package dev.warmpath.cache;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the levels of all caches that environments share, on what the settings choose: one connection to a Valkey server, one
 * DynamoDB table, or nothing.
 *
 * <p>These levels throw where their store fails or is slow, so they belong in a {@link GuardedLevel}.
 *
 * <p>Needs: for Valkey, Jedis without its own dependencies but slf4j-api; for a table, the AWS SDK's dynamodb.
 */
public final class SharedCache {
    private static final Duration TABLE_CALL = Duration.ofMillis(500);

    private final SharedCacheSettings settings;
    private final Supplier<DynamoDbClient> dynamoDb;
    private ValkeyConnection connection;

    /** @param dynamoDb is asked for a client only where the settings name a table */
    public SharedCache(SharedCacheSettings settings, Supplier<DynamoDbClient> dynamoDb) {
        this.settings = settings;
        this.dynamoDb = dynamoDb;
    }

    /**
     * The level of one cache; none where nothing is shared.
     *
     * @param cache a name that no other cache on the same store has
     * @throws IllegalArgumentException if the codec's form is no plain name
     */
    public synchronized <V> Optional<Level<V>> level(String cache, Codec<V> codec, TimesToLive timesToLive) {
        if (settings instanceof SharedCacheSettings.Table table) {
            return Optional.of(inTable(table.name(), new CacheRows<>(cache, codec), expiry(timesToLive)));
        }
        if (settings instanceof SharedCacheSettings.Server server) {
            return Optional.of(new ValkeyLevel<>(cache, codec, expiry(timesToLive), connectionTo(server.settings())));
        }
        return Optional.empty();
    }

    private <V> Level<V> inTable(String table, CacheRows<V> rows, Expiry expiry) {
        return new DynamoDbLevel<>(dynamoDb.get(), table, rows, expiry, Clock.systemUTC(), TABLE_CALL);
    }

    private static Expiry expiry(TimesToLive timesToLive) {
        return new Expiry(timesToLive, new SecureRandom());
    }

    private ValkeyConnection connectionTo(ValkeySettings server) {
        if (connection == null) {
            connection = new ValkeyConnection(server);
        }
        return connection;
    }

    /** Drops the connection, as before a snapshot, which would bring back a dead one; the next call makes a new one. */
    public synchronized void disconnect() {
        if (connection != null) {
            connection.close();
        }
    }
}
