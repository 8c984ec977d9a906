package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.orders.placing.BatchPlacing;
import dev.warmpath.orders.placing.NewOrder;
import dev.warmpath.orders.placing.Placement;
import dev.warmpath.orders.placing.Placement.KeyTaken;
import dev.warmpath.orders.placing.Placement.Placed;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /orders/batch}: accepts up to 100 orders of the caller, each for itself.
 *
 * <p>An order with a key may be placed again if it failed. One without may have been placed all the same, as with any request
 * whose answer is lost.
 */
public final class PlaceOrders extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/place-orders.json";

    private final BatchPlacing placing;

    public PlaceOrders() {
        this(OrdersWiring.batchPlacing());
        Priming.untilCompiled(this::prime);
    }

    PlaceOrders(BatchPlacing placing) {
        this.placing = placing;
    }

    @Override
    public Response respond(Request request) {
        String userId = OrderAccess.ownUserId(request);
        List<NewOrder> wanted = JsonBody.read(request, NewOrder::listFrom);
        List<Placement> placements = placing.place(userId, wanted, request.deadline());
        Telemetry.count(
                "OrdersAccepted",
                placements.stream().filter(PlaceOrders::isAnew).count());
        return Response.json(202, answer(placements));
    }

    private static boolean isAnew(Placement placement) {
        return placement instanceof Placed placed && placed.anew();
    }

    private static Map<String, Object> answer(List<Placement> placements) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        List<Map<String, Object>> failed = new ArrayList<>();
        for (int index = 0; index < placements.size(); index++) {
            if (placements.get(index) instanceof Placed placed) {
                accepted.add(entry(index, "orderId", placed.order().key().orderId()));
            } else {
                failed.add(entry(index, "detail", detail(placements.get(index))));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("accepted", accepted);
        answer.put("failed", failed);
        return answer;
    }

    private static Map<String, Object> entry(int index, String name, String value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("index", index);
        entry.put(name, value);
        return entry;
    }

    private static String detail(Placement failure) {
        return failure instanceof KeyTaken
                ? "This idempotencyKey has been used for another order; give each order its own."
                : "This order is not known to be placed; one with an idempotencyKey can safely be placed again.";
    }

    /** Once to the table, which refuses to write, and once to a made-up one, which accepts; both to a made-up queue. */
    void prime() {
        Priming.pass(
                new PlaceOrders(placing.neverPutting(PrimingOrders.queue())),
                "/priming/place-keyed-orders.json",
                "accepted\\\":[]");
        Priming.pass(new PlaceOrders(PrimingOrders.batchPlacing()), PRIMING_EVENT, "failed\\\":[]");
    }
}
