package dev.warmpath.users;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.snapstart.Priming;

/** {@code DELETE /users/{userId}}: deletes the own profile, or for an administrator anybody's; again and again if need be. */
public final class DeleteUser extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/delete-user.json";

    private final UserDeletions deletions;
    private final WriteListener listener;

    public DeleteUser() {
        this(UsersWiring.deletions(), UsersWiring.writeListener());
        Priming.untilCompiled(this::prime);
    }

    DeleteUser(UserDeletions deletions, WriteListener listener) {
        this.deletions = deletions;
        this.listener = listener;
    }

    @Override
    public Response respond(Request request) {
        Access access = Access.to(request);
        long version = deletions.delete(access).orElseThrow(Access::suspended);
        listener.deleted(access.userId(), version);
        return Response.empty(204);
    }

    /** Once to the table, which refuses to delete, and once to a made-up one, which accepts. */
    void prime() {
        listener.prime();
        Priming.pass(
                new DeleteUser(deletions.neverDeleting(), WriteListener.NONE), PRIMING_EVENT, "\"statusCode\":403");
        Priming.pass(new DeleteUser(deletions.ofMadeUpUser(), WriteListener.NONE), PRIMING_EVENT, "\"statusCode\":204");
    }
}
