package dev.warmpath.users;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;

import dev.warmpath.items.Timestamps;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** How a {@link User} is kept in the users table; stated by hand, so that nothing is introspected at start. */
final class UserSchema {
    private static final Timestamps TIMESTAMPS = new Timestamps();

    static final TableSchema<User> SCHEMA = StaticImmutableTableSchema.builder(User.class, UserBuilder.class)
            .newItemBuilder(UserBuilder::new, UserBuilder::build)
            .addAttribute(
                    String.class,
                    a -> a.name("userId")
                            .getter(User::userId)
                            .setter(UserBuilder::userId)
                            .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("email").getter(User::email).setter(UserBuilder::email))
            .addAttribute(String.class, a -> a.name("name").getter(User::name).setter(UserBuilder::name))
            .addAttribute(
                    Status.class, a -> a.name("status").getter(User::status).setter(UserBuilder::status))
            .addAttribute(
                    Instant.class,
                    a -> a.name("createdAt")
                            .getter(User::createdAt)
                            .setter(UserBuilder::createdAt)
                            .attributeConverter(TIMESTAMPS))
            .addAttribute(
                    Instant.class,
                    a -> a.name("updatedAt")
                            .getter(User::updatedAt)
                            .setter(UserBuilder::updatedAt)
                            .attributeConverter(TIMESTAMPS))
            .addAttribute(
                    Long.class, a -> a.name("version").getter(User::version).setter(UserBuilder::version))
            // Derived from the others, for the StatusIndex, so nothing reads it back.
            .addAttribute(
                    String.class,
                    a -> a.name("statusShard").getter(UserSchema::statusShard).setter((user, shard) -> {}))
            .build();

    private UserSchema() {}

    private static String statusShard(User user) {
        return StatusShard.of(user.status(), user.userId()).toString();
    }
}
