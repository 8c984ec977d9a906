package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.orders.reading.Details;
import dev.warmpath.orders.reading.DetailsReader;
import dev.warmpath.snapstart.Priming;

/** {@code GET /orders/{orderId}/details}: an order with its user and the stock of its lines. */
public final class GetOrderDetails extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/get-order-details.json";

    private final DetailsReader details;

    public GetOrderDetails() {
        this(OrdersWiring.details());
        Priming.untilCompiled(this::prime);
    }

    GetOrderDetails(DetailsReader details) {
        this.details = details;
    }

    @Override
    public Response respond(Request request) {
        Details found =
                details.read(OrderAccess.to(request).key(), request.deadline()).orElseThrow(OrderAccess::noSuchOrder);
        return Response.json(200, found.toJson()).with("cache-control", "private, no-cache");
    }

    /** Once to the tables and back without an order, then once with a made-up one. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "\"statusCode\":404");
        Priming.pass(new GetOrderDetails(PrimingReads.details()), PRIMING_EVENT, "\"statusCode\":200");
    }
}
