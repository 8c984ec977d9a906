package dev.warmpath.users;

import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import dev.warmpath.json.TextRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A profile as an import states it. */
record ImportedUser(String userId, String email, String name, String status, Optional<String> createdAt) {
    static final int MOST_USERS = 1_000;

    /**
     * Reads {@code {users: [{userId, email, name, status?, createdAt?}]}}.
     *
     * @param now what no user may have been created after
     */
    static List<ImportedUser> listFrom(JsonObject body, Instant now) throws InvalidJson {
        TextRule notAfterNow = text -> createdAtFault(text, now);
        List<ImportedUser> users =
                body.requiredObjects("users", MOST_USERS, user -> ImportedUser.from(user, notAfterNow));
        body.verify();
        return users;
    }

    private static ImportedUser from(JsonObject user, TextRule createdAt) {
        return new ImportedUser(
                user.required("userId", UserRules::userId),
                user.required("email", UserRules::email),
                user.required("name", UserRules::name).strip(),
                user.optional("status", UserRules::status).orElse(Status.ACTIVE.name()),
                user.optional("createdAt", createdAt));
    }

    User at(Instant now, long version) {
        Instant created = createdAt.map(Instant::parse).orElse(now).truncatedTo(ChronoUnit.MILLIS);
        return new User(userId, email, name, Status.valueOf(status), created, now, version);
    }

    /** Users are listed by the text of this instant, so it must have a year of four digits. */
    private static Optional<String> createdAtFault(String text, Instant now) {
        return isBetween(Instant.EPOCH, text, now)
                ? Optional.empty()
                : Optional.of("must be an instant from 1970 until now, such as 2026-11-20T10:50:40.123Z");
    }

    private static boolean isBetween(Instant first, String text, Instant last) {
        try {
            Instant instant = Instant.parse(text);
            return !instant.isBefore(first) && !instant.isAfter(last);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
