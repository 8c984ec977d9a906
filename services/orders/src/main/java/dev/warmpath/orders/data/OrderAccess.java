package dev.warmpath.orders.data;

import dev.warmpath.http.Caller;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That a caller may act on an order: on an own one, or as an administrator on that of the user whom {@code ?userId=} names.
 *
 * @param owner whether it is the owner's right alone that the caller has, which ends with a suspension
 */
public record OrderAccess(OrderKey key, boolean owner) {
    /** The scope of administrators. */
    public static final String ADMIN = "admin";

    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /**
     * Reads from path and query which order the request is about.
     *
     * @throws ProblemException 404 if there cannot be such an order, or it is a foreign one; before anything is read, so that
     *     not even the time taken tells whether it exists
     */
    public static OrderAccess to(Request request) {
        String userId = userId(request).orElseThrow(OrderAccess::noSuchOrder);
        String orderId = request.pathParameter("orderId");
        if (!isOrderId(orderId)) {
            throw noSuchOrder();
        }
        boolean owner = !request.signedInCaller().has(ADMIN);
        return new OrderAccess(new OrderKey(userId, orderId), owner);
    }

    /**
     * Whose orders the request is about: those of the caller, unless {@code ?userId=} names another user.
     *
     * @return empty if the caller may not act on that user's orders, or nobody can have this id
     */
    public static Optional<String> userId(Request request) {
        Caller caller = request.signedInCaller();
        String userId = request.query().getOrDefault("userId", caller.sub());
        boolean allowed = caller.sub().equals(userId) || caller.has(ADMIN);
        return allowed && OrderKey.canBeOf(userId) ? Optional.of(userId) : Optional.empty();
    }

    /**
     * Who places an order: any caller for themselves.
     *
     * @throws ProblemException 403 for a subject that no key has room for
     */
    public static String ownUserId(Request request) {
        String userId = request.signedInCaller().sub();
        if (!OrderKey.canBeOf(userId)) {
            throw new ProblemException(
                    Problem.forbidden("The subject of the token is too long to have orders.", List.of()));
        }
        return userId;
    }

    /** The answer where there is no order that the caller may act on. */
    public static ProblemException noSuchOrder() {
        return new ProblemException(Problem.notFound("There is no such order."));
    }

    /** Whether there can be an order with this id. */
    public static boolean isOrderId(String text) {
        return ORDER_ID.matcher(text).matches();
    }
}
