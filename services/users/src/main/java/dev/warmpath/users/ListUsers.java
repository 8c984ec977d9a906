package dev.warmpath.users;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Position;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.snapstart.Priming;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code GET /users}: lists users by status, newest first and page by page, for administrators. */
public final class ListUsers extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/list-users.json";

    private final StatusShards shards;

    public ListUsers() {
        this(UsersWiring.statusIndex());
        Priming.untilCompiled(this::prime);
    }

    ListUsers(StatusShards shards) {
        this.shards = shards;
    }

    @Override
    public Response respond(Request request) {
        Access.requireAdmin(request.signedInCaller());
        UserQuery query = UserQuery.of(request);
        UserPage page = NewestFirst.merge(read(query, request.deadline()), query.limit());
        return Response.json(200, page.toJson()).with("cache-control", "private, no-cache");
    }

    /** One user more of each shard than a page takes, so that the end of the list needs no call of its own. */
    private List<ShardWindow> read(UserQuery query, Deadline deadline) {
        List<ShardWindow> windows = new ArrayList<>();
        List<Callable<ShardWindow>> calls = new ArrayList<>();
        query.positions().forEach((shard, position) -> {
            if (position.equals(Position.END)) {
                windows.add(ShardWindow.ofEnded(shard));
            } else {
                calls.add(() -> shards.read(shard, position, query.limit() + 1));
            }
        });
        windows.addAll(FanOut.all(deadline, calls));
        return windows;
    }

    /** Once to the index, behind whose last user the event's cursor stands, and once to a made-up one. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "{\\\"users\\\":[]}");
        Priming.pass(new ListUsers(StatusIndex.ofMadeUpUser()), PRIMING_EVENT, "{\\\"users\\\":[{");
    }
}
