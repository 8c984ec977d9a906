package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Route;
import java.util.OptionalInt;

/**
 * One request, as it was recorded; what only a side's own answers can tell is left open.
 *
 * @param caller subject of the token; {@link Population#ADMIN} may do everything
 * @param path with {@value #ORDER_ID} where an order's id belongs
 * @param body empty for none
 * @param order number of the seeded order whose id takes that place
 * @param seenAt position of the GetUser in the same recording whose ETag this request carries
 */
public record Request(Route route, String caller, String path, String body, OptionalInt order, OptionalInt seenAt) {
    public static final String ORDER_ID = "{orderId}";

    static Request of(Route route, String caller, String path, String body) {
        return new Request(route, caller, path, body, OptionalInt.empty(), OptionalInt.empty());
    }

    static Request ofOrder(Route route, String owner, String path, int order) {
        return new Request(route, owner, path, "", OptionalInt.of(order), OptionalInt.empty());
    }

    Request withETagOf(int position) {
        return new Request(route, caller, path, body, order, OptionalInt.of(position));
    }
}
