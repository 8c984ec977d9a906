package dev.warmpath.users;

import java.time.Instant;
import java.util.Optional;

/** One made-up user, taken through the table's schema: lets priming warm what a found user needs, without writing one. */
final class PrimingUsers implements Users {
    private static final User USER =
            new User("priming", "priming@example.com", "Priming", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 1);

    @Override
    public Optional<User> find(String userId) {
        return Optional.of(UserSchema.SCHEMA.mapToItem(UserSchema.SCHEMA.itemToMap(USER, true)));
    }

    @Override
    public Optional<User> findLatest(String userId) {
        return find(userId);
    }
}
