package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.orders.placing.IdempotencyKey;
import dev.warmpath.orders.placing.NewOrder;
import dev.warmpath.orders.placing.Placement;
import dev.warmpath.orders.placing.Placement.Placed;
import dev.warmpath.orders.placing.Placing;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.telemetry.Telemetry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /orders}: accepts an order of the caller, whom the workers will check, as they will its products and stock.
 *
 * <p>With {@code Idempotency-Key}, a request may be repeated: the same key and lines are the same order.
 */
public final class PlaceOrder extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/place-order.json";

    private final Placing placing;

    public PlaceOrder() {
        this(OrdersWiring.placing());
        Priming.untilCompiled(this::prime);
    }

    PlaceOrder(Placing placing) {
        this.placing = placing;
    }

    @Override
    public Response respond(Request request) {
        String userId = OrderAccess.ownUserId(request);
        Optional<String> key = IdempotencyKey.of(request);
        NewOrder wanted = JsonBody.read(request, body -> NewOrder.from(body, key));
        Order order = accepted(placing.place(userId, wanted, request.deadline()));
        return Response.json(202, answer(order))
                .with("location", "/orders/" + order.key().orderId());
    }

    private static Order accepted(Placement placement) {
        if (placement instanceof Placed placed) {
            if (placed.anew()) {
                Telemetry.count("OrdersAccepted", 1);
            }
            return placed.order();
        }
        throw new ProblemException(
                Problem.conflict("This Idempotency-Key has been used for another order; give each order its own."));
    }

    private static Map<String, Object> answer(Order order) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("orderId", order.key().orderId());
        answer.put("status", order.status().name());
        return answer;
    }

    /** Once to the table, which refuses to write, and once to a made-up one, which accepts; both to a made-up queue. */
    void prime() {
        Priming.pass(new PlaceOrder(placing.neverPutting(PrimingOrders.queue())), PRIMING_EVENT, "\"statusCode\":409");
        Priming.pass(new PlaceOrder(PrimingOrders.placing()), PRIMING_EVENT, "\"statusCode\":202");
    }
}
