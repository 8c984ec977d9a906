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
    private final SecureRandom random = new SecureRandom();
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
        Expiry expiry = new Expiry(timesToLive, random);
        return switch (settings) {
            case SharedCacheSettings.None none -> Optional.empty();
            case SharedCacheSettings.Table table ->
                Optional.of(new DynamoDbLevel<>(
                        dynamoDb.get(),
                        table.name(),
                        new CacheRows<>(cache, codec),
                        expiry,
                        Clock.systemUTC(),
                        TABLE_CALL));
            case SharedCacheSettings.Server server ->
                Optional.of(new ValkeyLevel<>(cache, codec, expiry, connectionTo(server.settings())));
        };
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
