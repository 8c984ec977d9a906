package dev.warmpath.users;

import dev.warmpath.cache.Loaded;
import dev.warmpath.function.ApiFunction;
import dev.warmpath.function.BatchAnswer;
import dev.warmpath.http.Caller;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import dev.warmpath.snapstart.Priming;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /users/batch-get}: up to {@value #MOST_IDS} profiles, of which all but the own one count as missing unless the
 * caller is an administrator.
 */
public final class BatchGetUsers extends ApiFunction {
    static final int MOST_IDS = 500;

    private static final String PRIMING_EVENT = "/priming/batch-get-users.json";

    private final ManyUsers users;

    public BatchGetUsers() {
        this(UsersWiring.cachedManyUsers());
        Priming.untilCompiled(this::prime);
    }

    BatchGetUsers(ManyUsers users) {
        this.users = users;
    }

    @Override
    public Response respond(Request request) {
        Caller caller = request.signedInCaller();
        Set<String> ids = JsonBody.read(request, BatchGetUsers::ids);
        // Foreign ids are not even read, so that the time taken does not tell which of them exist.
        List<String> readable =
                ids.stream().filter(id -> Access.mayRead(caller, id)).toList();
        return Response.json(200, BatchAnswer.of("users", ids, find(readable, request), User::toJson));
    }

    /** Whatever is no key is missing, and so no fault. */
    private static Set<String> ids(JsonObject body) throws InvalidJson {
        List<String> ids = body.requiredTexts("ids", MOST_IDS, id -> Optional.empty());
        body.verify();
        return new LinkedHashSet<>(ids);
    }

    private Loaded<User> find(List<String> ids, Request request) {
        if (ids.isEmpty()) {
            return new Loaded<>(Map.of(), Set.of());
        }
        return request.asksPastCaches()
                ? users.findAllLatest(ids, request.deadline())
                : users.findAll(ids, request.deadline());
    }

    /** Once to the table and back without a user, then once with a made-up one. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "missing\\\":[\\\"priming\\\"]");
        Priming.pass(new BatchGetUsers(PrimingUsers.batches()), PRIMING_EVENT, "missing\\\":[]");
    }
}
