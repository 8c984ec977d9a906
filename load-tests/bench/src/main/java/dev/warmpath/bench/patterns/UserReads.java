package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Used;
import dev.warmpath.bench.rig.UsersTable;
import dev.warmpath.cache.Loaded;
import dev.warmpath.cache.Source;
import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Names of users, one read of the table each. */
final class UserReads implements Source<String> {
    /** Of an item of up to 4 KB, read eventually consistently ("DynamoDB read consistency"). */
    private static final double UNITS_A_READ = 0.5;

    private final UsersTable users;
    private final AtomicLong reads = new AtomicLong();

    UserReads(UsersTable users) {
        this.users = users;
    }

    /** So far. */
    Used used() {
        return used(reads.get());
    }

    /** By so many single reads of users. */
    static Used used(long reads) {
        return new Used(Duration.ZERO, reads, 0, reads * UNITS_A_READ, 0);
    }

    @Override
    public Loaded<String> load(Collection<String> ids, Deadline deadline) {
        Map<String, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, name(id)));
        return new Loaded<>(names, Set.of());
    }

    private String name(String id) {
        reads.incrementAndGet();
        return users.client()
                .getItem(get -> get.tableName(users.name()).key(Map.of("userId", AttributeValue.fromS(id))))
                .item()
                .get("name")
                .s();
    }

    @Override
    public long version(String name) {
        return 1;
    }
}
