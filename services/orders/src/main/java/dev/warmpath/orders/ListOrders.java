package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.reading.OrderQuery;
import dev.warmpath.orders.reading.OrderTable;
import dev.warmpath.snapstart.Priming;

/** {@code GET /orders}: the own orders, or for an administrator those of a user, newest first and page by page. */
public final class ListOrders extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/list-orders.json";

    private final OrderTable orders;

    public ListOrders() {
        this(OrdersWiring.orders());
        Priming.untilCompiled(this::prime);
    }

    ListOrders(OrderTable orders) {
        this.orders = orders;
    }

    @Override
    public Response respond(Request request) {
        return Response.json(200, OrderQuery.of(request).in(orders).toJson())
                .with("cache-control", "private, no-cache");
    }

    /** Once to the index, which has no order of the event's caller, and once to a made-up one. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "{\\\"orders\\\":[]}");
        Priming.pass(new ListOrders(PrimingReads.orders()), PRIMING_EVENT, "{\\\"orders\\\":[{");
    }
}
