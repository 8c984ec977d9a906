package dev.warmpath.users;

import dev.warmpath.http.Caller;
import dev.warmpath.http.ProblemException;
import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import java.util.Optional;

/** What a caller wants changed about a profile. */
record UserPatch(Optional<String> email, Optional<String> name, Optional<Status> status) {

    /**
     * Reads a merge patch (RFC 7396) of {@code email} and {@code name}, and for an administrator {@code status}. None of them can
     * be removed; a patch of nothing is right, and changes nothing.
     *
     * @throws ProblemException 403 if anybody else gives a status
     */
    static UserPatch from(JsonObject body, Caller caller) throws InvalidJson {
        Access.requireAdminFor(body, caller, "status");
        Optional<String> email = body.replacement("email", UserRules::email);
        Optional<String> name = body.replacement("name", UserRules::name);
        Optional<String> status = body.replacement("status", UserRules::status);
        body.verify();
        return new UserPatch(email, name.map(String::strip), status.map(Status::valueOf));
    }

    boolean isEmpty() {
        return email.isEmpty() && name.isEmpty() && status.isEmpty();
    }

    /** Whether a user is already as this patch wants it. */
    boolean isIn(User user) {
        return email.orElse(user.email()).equals(user.email())
                && name.orElse(user.name()).equals(user.name())
                && status.orElse(user.status()) == user.status();
    }
}
