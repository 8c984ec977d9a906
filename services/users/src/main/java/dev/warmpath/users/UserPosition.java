package dev.warmpath.users;

import dev.warmpath.http.Cursor;
import dev.warmpath.http.Position;
import dev.warmpath.http.ProblemException;
import dev.warmpath.items.Timestamps;
import java.time.Instant;

/** Where a user stands in a shard of the {@code StatusIndex}; a cursor's position names nothing else. */
record UserPosition(Instant createdAt, String userId) {
    private static final int RADIX = Character.MAX_RADIX;

    static Position after(User user) {
        return Position.after(new UserPosition(user.createdAt(), user.userId()).text());
    }

    /**
     * Reads the key of a position.
     *
     * @throws ProblemException 400 if it was not made by {@link #after(User)}, so that the table is asked for keys only
     */
    static UserPosition of(Position position) {
        String key = position.key();
        int space = key.indexOf(' ');
        if (space < 0) {
            throw Cursor.malformed();
        }
        try {
            Instant createdAt = Instant.ofEpochMilli(Long.parseLong(key.substring(0, space), RADIX));
            return new UserPosition(createdAt, key.substring(space + 1)).requireValid(key);
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }

    private UserPosition requireValid(String key) {
        boolean valid = Timestamps.sorts(createdAt) && UserRules.fitsKey(userId) && text().equals(key);
        if (!valid) {
            throw Cursor.malformed();
        }
        return this;
    }

    private String text() {
        return Long.toString(createdAt.toEpochMilli(), RADIX) + " " + userId;
    }
}
