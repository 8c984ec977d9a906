package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.mix.Population;
import dev.warmpath.bench.comparison.plan.Route;
import dev.warmpath.bench.rig.ApiConnection;
import java.io.IOException;
import java.util.Collection;

/**
 * Gets the functions of the API their first environments, one after the other, by requests that change nothing. On a slow
 * machine the first one takes longer to start than the API waits for an answer.
 */
final class Awakening {
    private static final int GATEWAY_GAVE_UP = 503;
    private static final int ATTEMPTS = 5;
    private static final String NOTHING = "{}";

    private Awakening() {}

    /** @throws IllegalStateException if one of them does not answer */
    static void of(Stack stack, Collection<Route> routes) throws IOException, InterruptedException {
        String token = stack.token(Population.ADMIN);
        try (ApiConnection connection = stack.connect()) {
            for (Route route : routes) {
                wake(route, stack, connection.as(token));
            }
        }
        stack.awaitQuiet();
    }

    private static void wake(Route route, Stack stack, ApiConnection admin) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int status = admin.send(route.method(), path(route), "", NOTHING).status();
            if (status != GATEWAY_GAVE_UP) {
                return;
            }
            stack.awaitQuiet();
        }
        throw new IllegalStateException(
                stack.side() + ": " + route.function() + " has not answered in time, " + ATTEMPTS + " times.");
    }

    private static String path(Route route) {
        return switch (route) {
            case GET_USER, UPDATE_USER, DELETE_USER -> "/users/nobody";
            case CREATE_USER, LIST_USERS -> "/users";
            case BATCH_GET_USERS -> "/users/batch-get";
            case IMPORT_USERS -> "/users/import";
            case PUT_INVENTORY -> "/inventory";
            case BATCH_GET_INVENTORY -> "/inventory/batch-get";
            case GET_PRODUCT -> "/products/nothing";
            case PLACE_ORDER, LIST_ORDERS -> "/orders";
            case PLACE_ORDERS -> "/orders/batch";
            case GET_ORDER -> "/orders/nothing";
            case GET_ORDER_DETAILS -> "/orders/nothing/details";
            case CANCEL_ORDER -> "/orders/nothing/cancel";
        };
    }
}
