package dev.warmpath.users;

import dev.warmpath.http.Position;
import dev.warmpath.http.Position.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Shards as an index has them, with entries that may be out of date. */
final class ShardsInMemory implements StatusShards {
    private static final Comparator<UserPosition> NEWEST_FIRST = Comparator.comparing(UserPosition::createdAt)
            .thenComparing(UserPosition::userId)
            .reversed();

    private final List<User> entries;
    private final List<StatusShard> read = Collections.synchronizedList(new ArrayList<>());

    ShardsInMemory(List<User> entries) {
        this.entries = entries;
    }

    @Override
    public ShardWindow read(StatusShard shard, Position from, int most) {
        read.add(shard);
        List<User> rest = entries.stream()
                .filter(user -> StatusShard.of(user.status(), user.userId()).equals(shard))
                .filter(user -> from.progress() == Progress.START
                        || NEWEST_FIRST.compare(position(user), UserPosition.of(from)) > 0)
                .sorted(Comparator.comparing(ShardsInMemory::position, NEWEST_FIRST))
                .toList();
        return new ShardWindow(shard, from, rest.stream().limit(most).toList(), rest.size() >= most);
    }

    /** The shards that were read, each as often as it was. */
    List<StatusShard> read() {
        return List.copyOf(read);
    }

    private static UserPosition position(User user) {
        return new UserPosition(user.createdAt(), user.userId());
    }
}
