package dev.warmpath.orders.reading;

import dev.warmpath.http.Paging;
import dev.warmpath.http.Position;
import dev.warmpath.http.Position.Progress;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.orders.data.OrderAccess;
import java.util.List;
import java.util.Set;

/**
 * Which orders a caller wants listed.
 *
 * @param from where to go on
 * @param limit the most orders on the page
 */
public record OrderQuery(String userId, Position from, int limit) {
    /**
     * Reads {@code ?userId=&limit=&cursor=}.
     *
     * @throws ProblemException 403 if it asks for another user's orders, unless an administrator does; 400 if any of it is
     *     faulty, or the cursor is one of another user's list
     */
    public static OrderQuery of(Request request) {
        String userId = OrderAccess.userId(request).orElseThrow(OrderQuery::forbidden);
        Paging paging = Paging.of(request, "userId");
        String part = OrderPage.part(userId);
        Position from = paging.cursorOver(Set.of(part)).positions().get(part);
        if (from.progress() == Progress.AFTER) {
            OrderPosition.of(from);
        }
        return new OrderQuery(userId, from, paging.limit());
    }

    /** The page; empty for a cursor at the end, which no page has. */
    public OrderPage in(OrderTable orders) {
        return from.equals(Position.END) ? new OrderPage(userId, List.of(), false) : orders.list(userId, from, limit);
    }

    private static ProblemException forbidden() {
        return new ProblemException(Problem.forbidden(
                "The query parameter userId must be your own id or, if you are an administrator, that of a user.",
                List.of()));
    }
}
