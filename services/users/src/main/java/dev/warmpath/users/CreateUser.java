package dev.warmpath.users;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Caller;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.items.Timestamps;
import dev.warmpath.items.Versions;
import dev.warmpath.snapstart.Priming;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code POST /users}: creates the caller's own profile, or for an administrator anybody's. */
public final class CreateUser extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/create-user.json";

    private final DynamoDbUsers users;
    private final Versions versions;
    private final WriteListener listener;

    public CreateUser() {
        this(UsersWiring.USERS, UsersWiring.versions(), UsersWiring.writeListener());
        Priming.untilCompiled(this::prime);
    }

    CreateUser(DynamoDbUsers users, Versions versions, WriteListener listener) {
        this.users = users;
        this.versions = versions;
        this.listener = listener;
    }

    @Override
    public Response respond(Request request) {
        Caller caller = request.signedInCaller();
        NewUser wanted = JsonBody.read(request, body -> NewUser.from(body, caller));
        User user = wanted.createdAt(Timestamps.exact(versions.clock().instant()), versions.next(0));
        requireCreated(users.create(user), caller);
        listener.written(user);
        return Response.json(201, user.toJson())
                .with("location", "/users/" + encoded(user.userId()))
                .with("etag", user.etag().toString());
    }

    private static void requireCreated(Creation creation, Caller caller) {
        if (creation == Creation.TAKEN_BY_SUSPENDED && !caller.has(Scopes.ADMIN)) {
            throw Access.suspended();
        }
        if (creation != Creation.CREATED) {
            throw new ProblemException(Problem.conflict("This user has a profile already."));
        }
    }

    /** Once to the table, which refuses to write, and once to a made-up one, which accepts. */
    void prime() {
        listener.prime();
        Priming.pass(
                new CreateUser(users.neverCreating(), versions, WriteListener.NONE),
                PRIMING_EVENT,
                "\"statusCode\":409");
        Priming.pass(
                new CreateUser(PrimingUsers.table(), versions, WriteListener.NONE),
                PRIMING_EVENT,
                "\"statusCode\":201");
    }

    private static String encoded(String userId) {
        return URLEncoder.encode(userId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
