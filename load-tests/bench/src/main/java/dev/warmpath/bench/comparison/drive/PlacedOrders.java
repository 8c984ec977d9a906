package dev.warmpath.bench.comparison.drive;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Route;
import dev.warmpath.bench.rig.ApiConnection.Answer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The ids of orders in the answers to those who placed them. */
final class PlacedOrders {
    private static final String ID = "orderId";

    private PlacedOrders() {}

    /** In the order of the request; none for requests that place no orders. */
    static List<String> idsIn(Request request, Answer answer) throws IOException {
        if (request.route() == Route.PLACE_ORDER) {
            return List.of((String) JSON.std.mapFrom(answer.body()).get(ID));
        }
        return request.route() == Route.PLACE_ORDERS ? accepted(answer) : List.of();
    }

    private static List<String> accepted(Answer answer) throws IOException {
        List<?> accepted = (List<?>) JSON.std.mapFrom(answer.body()).get("accepted");
        return accepted.stream()
                .map(entry -> (Map<?, ?>) entry)
                .sorted(Comparator.comparing(entry -> (Integer) entry.get("index")))
                .map(entry -> (String) entry.get(ID))
                .toList();
    }
}
