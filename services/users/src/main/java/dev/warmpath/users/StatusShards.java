package dev.warmpath.users;

import dev.warmpath.http.Position;

/** Users by their status, in shards. */
interface StatusShards {
    /**
     * Reads users of one shard, newest first.
     *
     * @param from the start, or after a user
     * @param most users to read
     */
    ShardWindow read(StatusShard shard, Position from, int most);
}
