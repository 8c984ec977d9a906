package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.orders.reading.OrderTable;
import dev.warmpath.snapstart.Priming;

/** {@code GET /orders/{orderId}}: an own order, or for an administrator that of the user whom {@code ?userId=} names. */
public final class GetOrder extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/get-order.json";

    private final OrderTable orders;

    public GetOrder() {
        this(OrdersWiring.orders());
        Priming.untilCompiled(this::prime);
    }

    GetOrder(OrderTable orders) {
        this.orders = orders;
    }

    @Override
    public Response respond(Request request) {
        Order order = orders.find(OrderAccess.to(request).key()).orElseThrow(OrderAccess::noSuchOrder);
        return Response.json(200, order.toJson()).with("cache-control", "private, no-cache");
    }

    /** Once to the table and back without an order, then once with a made-up one. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "\"statusCode\":404");
        Priming.pass(new GetOrder(PrimingReads.orders()), PRIMING_EVENT, "\"statusCode\":200");
    }
}
