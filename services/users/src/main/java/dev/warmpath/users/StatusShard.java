package dev.warmpath.users;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A partition of the {@code StatusIndex}: one of several for each status, since the writes of all users of a status would
 * make a single one hot.
 */
record StatusShard(Status status, int number) {
    static final int PER_STATUS = 4;

    /** Where a user is listed: by CRC-32, which is the same in each JVM and in any language. */
    static StatusShard of(Status status, String userId) {
        CRC32 hash = new CRC32();
        hash.update(userId.getBytes(StandardCharsets.UTF_8));
        return new StatusShard(status, (int) (hash.getValue() % PER_STATUS));
    }

    static List<StatusShard> all(Status status) {
        return IntStream.range(0, PER_STATUS)
                .mapToObj(number -> new StatusShard(status, number))
                .toList();
    }

    /** The partition key, such as {@code ACTIVE#3}. */
    @Override
    public String toString() {
        return status + "#" + number;
    }
}
