package dev.warmpath.users;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.snapstart.Priming;
import java.time.Duration;
import java.util.Optional;

/** {@code GET /users/{userId}}: the own profile, or for an administrator anybody's. */
public final class GetUser extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/get-user.json";

    private final CachedUsers users;

    public GetUser() {
        this(UsersWiring.cachedUsers());
        Priming.untilCompiled(this::prime);
    }

    GetUser(CachedUsers users) {
        this.users = users;
    }

    @Override
    public Response respond(Request request) {
        User user = find(request).orElseThrow(Access::noSuchUser);
        Optional<String> known = request.header("if-none-match").filter(user.etag()::isNamedBy);
        Response response = known.isPresent() ? Response.empty(304) : Response.json(200, user.toJson());
        // Browsers may keep it, for one person, and must ask each time whether it is still the same.
        return response.with("etag", user.etag().toString()).with("cache-control", "private, no-cache");
    }

    private Optional<User> find(Request request) {
        String userId = Access.to(request).userId();
        return request.asksPastCaches() ? users.findLatest(userId) : users.find(userId, request.deadline());
    }

    /** Once to the table and back without a user, then once with a made-up one and once more from the cache. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "\"statusCode\":404");
        UserCaches memory = new UserCaches(Duration.ofMinutes(1), System::nanoTime);
        DynamoDbUsers table = PrimingUsers.table();
        GetUser found = new GetUser(new CachedUsers(table, memory.over(UserSource.of(table), Optional.empty())));
        Priming.pass(found, PRIMING_EVENT, "\"statusCode\":200");
        Priming.pass(found, PRIMING_EVENT, "\"statusCode\":200");
    }
}
