package dev.warmpath.users;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.items.Versions;
import dev.warmpath.snapstart.Priming;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code POST /users/import}: stores up to 1,000 profiles for an administrator.
 *
 * <p>It replaces: what the table has of a user is overwritten without a look at it, by the last writer, and so are changes that
 * are made meanwhile. Of several entries of one user the last is stored. An import that failed in part may be repeated as a
 * whole.
 */
public final class ImportUsers extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/import-users.json";

    private final UserBatches users;
    private final Versions versions;
    private final WriteListener listener;

    public ImportUsers() {
        this(UsersWiring.batches(), UsersWiring.versions(), UsersWiring.writeListener());
        Priming.untilCompiled(this::prime);
    }

    ImportUsers(UserBatches users, Versions versions, WriteListener listener) {
        this.users = users;
        this.versions = versions;
        this.listener = listener;
    }

    @Override
    public Response respond(Request request) {
        Access.requireAdmin(request.signedInCaller());
        Instant now = versions.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<ImportedUser> wanted = JsonBody.read(request, body -> ImportedUser.listFrom(body, now));
        Map<String, User> lastOfEach = new LinkedHashMap<>();
        wanted.forEach(user -> lastOfEach.put(user.userId(), user.at(now, versions.next(0))));
        Set<String> left = users.replaceAll(lastOfEach.values(), request.deadline());
        tellOfStored(lastOfEach, left);
        return Response.json(200, answer(wanted, left));
    }

    private void tellOfStored(Map<String, User> users, Set<String> left) {
        List<User> stored = users.values().stream()
                .filter(user -> !left.contains(user.userId()))
                .toList();
        if (!stored.isEmpty()) {
            listener.written(stored);
        }
    }

    private static Map<String, Object> answer(List<ImportedUser> wanted, Set<String> left) {
        List<Map<String, Object>> failed = IntStream.range(0, wanted.size())
                .filter(index -> left.contains(wanted.get(index).userId()))
                .mapToObj(index -> failure(index, wanted.get(index).userId()))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("imported", wanted.size() - failed.size());
        answer.put("failed", failed);
        return answer;
    }

    private static Map<String, Object> failure(int index, String userId) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("index", index);
        failure.put("userId", userId);
        failure.put("detail", "There was not enough time to store this user; it may be imported again.");
        return failure;
    }

    /** Once to the table with a put that it refuses, and once through everything to a made-up table, which accepts. */
    void prime() {
        listener.prime();
        users.sendRefusedPut();
        Priming.pass(
                new ImportUsers(PrimingUsers.batches(), versions, WriteListener.NONE), PRIMING_EVENT, "imported\\\":1");
    }
}
