package dev.warmpath.users;

import dev.warmpath.http.Position;
import java.util.List;

/**
 * What one call has read of a shard.
 *
 * @param start where it was read from
 * @param users newest first
 * @param more whether there may be users behind these
 */
record ShardWindow(StatusShard shard, Position start, List<User> users, boolean more) {
    /** Of a shard that has been answered to its end. */
    static ShardWindow ofEnded(StatusShard shard) {
        return new ShardWindow(shard, Position.END, List.of(), false);
    }

    /** Where the next page begins if this one has taken some of the users. */
    Position after(int taken) {
        if (taken == users.size() && !more) {
            return Position.END;
        }
        return taken == 0 ? start : UserPosition.after(users.get(taken - 1));
    }
}
