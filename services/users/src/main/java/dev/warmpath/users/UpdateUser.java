package dev.warmpath.users;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.IfMatch;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.snapstart.Priming;

/** {@code PATCH /users/{userId}}: changes the own profile, or for an administrator anybody's. */
public final class UpdateUser extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/update-user.json";

    private final UserUpdates updates;
    private final WriteListener listener;

    public UpdateUser() {
        this(UsersWiring.updates(), UsersWiring.writeListener());
        Priming.untilCompiled(this::prime);
    }

    UpdateUser(UserUpdates updates, WriteListener listener) {
        this.updates = updates;
        this.listener = listener;
    }

    @Override
    public Response respond(Request request) {
        Access access = Access.to(request);
        IfMatch seen = IfMatch.of(request);
        UserPatch patch = JsonBody.read(request, body -> UserPatch.from(body, request.signedInCaller()));
        User user = made(updates.make(new Update(access, patch, seen.versions())));
        listener.written(user);
        return Response.json(200, user.toJson()).with("etag", user.etag().toString());
    }

    private static User made(Update.Outcome outcome) {
        return switch (outcome) {
            case Update.Made made -> made.user();
            case Update.Missing _ -> throw Access.noSuchUser();
            case Update.Suspended _ -> throw Access.suspended();
            case Update.Stale stale -> throw changedSince(stale.current());
        };
    }

    private static ProblemException changedSince(User current) {
        Problem problem = Problem.preconditionFailed(
                "The profile is none of the versions that If-Match names; read it again, and change what it is now.");
        return new ProblemException(problem.with("etag", current.etag().toString()));
    }

    /** Once to the table with a tag that no version makes, which changes nothing, and once to a made-up one. */
    void prime() {
        listener.prime();
        Priming.pass(new UpdateUser(updates, WriteListener.NONE), PRIMING_EVENT, "\"statusCode\":404");
        Priming.pass(new UpdateUser(updates.ofMadeUpUser(), WriteListener.NONE), PRIMING_EVENT, "\"statusCode\":200");
    }
}
