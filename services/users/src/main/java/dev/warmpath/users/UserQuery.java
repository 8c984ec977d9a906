package dev.warmpath.users;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.warmpath.http.Paging;
import dev.warmpath.http.Position;
import dev.warmpath.http.Position.Progress;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which users a caller wants listed.
 *
 * @param positions where to go on in each shard of the wanted statuses
 * @param limit the most users on the page
 */
record UserQuery(Map<StatusShard, Position> positions, int limit) {
    /**
     * Reads {@code ?status=A,B&limit=&cursor=}; all statuses if none is given.
     *
     * @throws ProblemException 400 if any of it is faulty, or the cursor is one of other statuses
     */
    static UserQuery of(Request request) {
        Paging paging = Paging.of(request, "status");
        Map<String, StatusShard> shards = statuses(request).stream()
                .flatMap(status -> StatusShard.all(status).stream())
                .collect(toMap(StatusShard::toString, identity()));
        Map<String, Position> positions = paging.cursorOver(shards.keySet()).positions();
        positions.values().forEach(UserQuery::requireValid);
        return new UserQuery(positions.keySet().stream().collect(toMap(shards::get, positions::get)), paging.limit());
    }

    private static Set<Status> statuses(Request request) {
        String wanted = request.query().get("status");
        if (wanted == null) {
            return EnumSet.allOf(Status.class);
        }
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String status : wanted.split(",", -1)) {
            UserRules.status(status).ifPresent(_ -> {
                throw new ProblemException(Problem.badRequest(
                        "The query parameter status must be ACTIVE, SUSPENDED or both, joined by a comma."));
            });
            statuses.add(Status.valueOf(status));
        }
        return statuses;
    }

    private static void requireValid(Position position) {
        if (position.progress() == Progress.AFTER) {
            UserPosition.of(position);
        }
    }
}
