package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.cancelling.Cancellation;
import dev.warmpath.orders.cancelling.Cancellation.Cancelled;
import dev.warmpath.orders.cancelling.Cancellation.Missing;
import dev.warmpath.orders.cancelling.Cancellation.OwnerSuspended;
import dev.warmpath.orders.cancelling.Cancellation.Rejected;
import dev.warmpath.orders.cancelling.Cancellations;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.snapstart.Priming;
import java.util.List;

/** {@code POST /orders/{orderId}/cancel}: withdraws an own order, or for an administrator anybody's; again if need be. */
public final class CancelOrder extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/cancel-order.json";

    private final Cancellations cancellations;

    public CancelOrder() {
        this(OrdersWiring.cancellations());
        Priming.untilCompiled(this::prime);
    }

    CancelOrder(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @Override
    public Response respond(Request request) {
        OrderAccess access = OrderAccess.to(request);
        Order order = cancelled(cancellations.cancel(access, request.deadline()));
        return Response.json(200, order.toJson());
    }

    private static Order cancelled(Cancellation cancellation) {
        return switch (cancellation) {
            case Cancelled done -> done.order();
            case Missing _ -> throw OrderAccess.noSuchOrder();
            case OwnerSuspended _ ->
                throw new ProblemException(
                        Problem.forbidden("A suspended user may read the own orders, and nothing else.", List.of()));
            case Rejected _ ->
                throw new ProblemException(Problem.conflict("This order was rejected, so there is nothing to cancel."));
        };
    }

    /** Once to the tables and back without an order, then once with a made-up one, which is confirmed. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "\"statusCode\":404");
        Priming.pass(new CancelOrder(PrimingOrders.cancellations()), PRIMING_EVENT, "\"statusCode\":200");
    }
}
