package dev.warmpath.users;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.Level;
import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.items.Versions;
import dev.warmpath.snapstart.SnapStart;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes what the functions of this service are built of, once per execution environment. */
final class UsersWiring {
    private static final int LONGEST_TTL_SECONDS = 300;

    private static final String TABLE = Env.read(env -> env.required("USERS_TABLE"));

    static final DynamoDbUsers USERS = new DynamoDbUsers(Clients.dynamoDb(), TABLE);

    static {
        // It also sends a request to the region's real STS endpoint, which is no business of a local run.
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
        }
    }

    private UsersWiring() {}

    static CachedUsers cachedUsers() {
        return new CachedUsers(USERS, cacheOver(UserSource.of(USERS)));
    }

    static ManyUsers cachedManyUsers() {
        UserBatches batches = batches();
        return new CachedManyUsers(batches, cacheOver(UserSource.of(batches)));
    }

    private static Cache<User> cacheOver(UserSource source) {
        UserCaches caches = new UserCaches(
                Env.read(env -> env.seconds("USERS_CACHE_TTL_SECONDS", 0, LONGEST_TTL_SECONDS)), System::nanoTime);
        Cache<User> cache = caches.over(source, UserCaches.LEVELS.shared());
        SnapStart.afterRestore(cache::clear);
        return cache;
    }

    static WriteListener writeListener() {
        Optional<Level<User>> shared = UserCaches.LEVELS.shared();
        shared.ifPresent(level -> SnapStart.afterRestore(level::clear));
        return shared.<WriteListener>map(WriteThrough::new).orElse(WriteListener.NONE);
    }

    static UserUpdates updates() {
        return new UserUpdates(Clients.dynamoDb(), TABLE, versions());
    }

    static UserDeletions deletions() {
        return new UserDeletions(Clients.dynamoDb(), TABLE, versions());
    }

    static StatusIndex statusIndex() {
        return new StatusIndex(Clients.dynamoDb(), TABLE);
    }

    static Versions versions() {
        return new Versions(Clock.systemUTC(), new SecureRandom());
    }

    static UserBatches batches() {
        return new UserBatches(Clients.dynamoDb(), TABLE);
    }
}
