package dev.warmpath.users;

import dev.warmpath.http.Caller;
import dev.warmpath.http.ProblemException;
import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import java.time.Instant;

/** A profile as its creator asks for it. */
record NewUser(String userId, String email, String name, Status status) {

    /**
     * Reads {@code {email, name}}, to which an administrator may add {@code userId} and {@code status}.
     *
     * @throws ProblemException 403 if anybody else gives these
     */
    static NewUser from(JsonObject body, Caller caller) throws InvalidJson {
        Access.requireAdminFor(body, caller, "userId", "status");
        String userId = body.optional("userId", UserRules::userId).orElse(caller.sub());
        String email = body.required("email", UserRules::email);
        String name = body.required("name", UserRules::name);
        String status = body.optional("status", UserRules::status).orElse(Status.ACTIVE.name());
        body.verify();
        return new NewUser(userId, email, name.strip(), Status.valueOf(status));
    }

    User createdAt(Instant now, long version) {
        return new User(userId, email, name, status, now, now, version);
    }
}
