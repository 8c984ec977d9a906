package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Data;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.plan.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records requests of the mix: the same ones each time for a seed, if the same numbers of requests are asked for.
 *
 * <p>No request's answer depends on how fast another one is: who is read is never deleted, who is imported is never changed
 * otherwise, what is cancelled was confirmed before, and nobody is changed twice in a recording.
 */
public final class Mix {
    private final Population population;
    private final Data data;
    private final Random random;
    private final Deck deck;
    private final OrderBodies orders;
    private final Deque<Route> postponed = new ArrayDeque<>();
    private int created;
    private int imported;
    private int left;
    private int cancelled;

    public Mix(Plan plan, long seed) {
        this.data = plan.data();
        this.population = new Population(data);
        this.random = new Random(seed);
        this.deck = new Deck(plan.weights(), random);
        this.orders = new OrderBodies(population, random);
    }

    /** @throws IllegalStateException if no user is left to be deleted, or no order to be cancelled */
    public List<Request> record(int requests) {
        List<Request> recording = new ArrayList<>(requests);
        Updates updates = new Updates();
        while (recording.size() < requests) {
            next(updates, recording.size()).ifPresent(request -> {
                updates.note(request, recording.size());
                recording.add(request);
            });
        }
        return recording;
    }

    /** A change of a profile waits until one was read that nobody has changed since. */
    private Optional<Request> next(Updates updates, int position) {
        Optional<Updates.Read> read = updates.changeableAt(position);
        boolean catchesUp = read.isPresent() && !postponed.isEmpty();
        Route route = catchesUp ? postponed.pop() : deck.next();
        if (route != Route.UPDATE_USER) {
            return Optional.of(request(route));
        }
        if (read.isEmpty()) {
            postponed.push(route);
            return Optional.empty();
        }
        return Optional.of(update(read.get()));
    }

    private static Request update(Updates.Read read) {
        String body = "{\"name\":\"Renamed after request %d\"}".formatted(read.position());
        return Request.of(Route.UPDATE_USER, read.user(), "/users/" + read.user(), body)
                .withETagOf(read.position());
    }

    private Request request(Route route) {
        return switch (route) {
            case GET_USER, LIST_ORDERS, PLACE_ORDER, PLACE_ORDERS, BATCH_GET_INVENTORY, GET_PRODUCT ->
                ofUser(route, population.user(population.drawnUsers().draw(random)));
            case GET_ORDER -> ofOrder(route, "/orders/" + Request.ORDER_ID, random.nextInt(data.readOrders()));
            case GET_ORDER_DETAILS ->
                ofOrder(route, "/orders/" + Request.ORDER_ID + "/details", random.nextInt(data.readOrders()));
            case CANCEL_ORDER -> ofOrder(route, "/orders/" + Request.ORDER_ID + "/cancel", nextCancelled());
            case CREATE_USER -> createUser();
            case DELETE_USER -> deleteUser();
            case BATCH_GET_USERS, LIST_USERS, PUT_INVENTORY, IMPORT_USERS -> ofAdmin(route);
            case UPDATE_USER -> throw new IllegalArgumentException("A change needs what was read before.");
        };
    }

    private Request ofUser(Route route, String user) {
        return switch (route) {
            case GET_USER -> Request.of(route, user, "/users/" + user, "");
            case LIST_ORDERS -> Request.of(route, user, "/orders", "");
            case PLACE_ORDER -> Request.of(route, user, "/orders", orders.one());
            case PLACE_ORDERS -> Request.of(route, user, "/orders/batch", orders.batch(Plan.ORDERS_OF_A_BATCH));
            case BATCH_GET_INVENTORY -> Request.of(route, user, "/inventory/batch-get", skus());
            default ->
                Request.of(
                        route,
                        user,
                        "/products/" + population.sku(population.products().draw(random)),
                        "");
        };
    }

    private String skus() {
        return population.products().distinct(Plan.SKUS_OF_A_GET, random).stream()
                .map(population::sku)
                .collect(Collectors.joining("\",\"", "{\"skus\":[\"", "\"]}"));
    }

    private Request ofOrder(Route route, String path, int order) {
        return Request.ofOrder(route, population.owner(order), path, order);
    }

    private int nextCancelled() {
        require(cancelled < data.cancelledOrders(), "orders to cancel");
        return data.readOrders() + cancelled++;
    }

    private Request createUser() {
        String user = "new-%06d".formatted(created++);
        String body = "{\"email\":\"%1$s@example.com\",\"name\":\"%1$s\"}".formatted(user);
        return Request.of(Route.CREATE_USER, user, "/users", body);
    }

    private Request deleteUser() {
        require(left < data.leavingUsers(), "users to delete");
        String user = population.leavingUser(left++);
        return Request.of(Route.DELETE_USER, user, "/users/" + user, "");
    }

    private Request ofAdmin(Route route) {
        return switch (route) {
            case BATCH_GET_USERS -> Request.of(route, Population.ADMIN, "/users/batch-get", ids());
            case LIST_USERS ->
                Request.of(route, Population.ADMIN, "/users?status=ACTIVE&limit=" + Plan.USERS_OF_A_PAGE, "");
            case PUT_INVENTORY -> Request.of(route, Population.ADMIN, "/inventory", stockTake());
            default -> Request.of(route, Population.ADMIN, "/users/import", nextImport());
        };
    }

    private String ids() {
        return population.drawnUsers().distinct(Plan.IDS_OF_A_GET, random).stream()
                .map(population::user)
                .collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"));
    }

    private String stockTake() {
        int first = random.nextInt(data.products() - Plan.ITEMS_OF_A_PUT);
        return population.inventoryBody(
                IntStream.range(first, first + Plan.ITEMS_OF_A_PUT).boxed().toList());
    }

    private String nextImport() {
        int parts = data.importedUsers() / Plan.USERS_OF_AN_IMPORT;
        int first = data.drawnUsers() + imported++ % parts * Plan.USERS_OF_AN_IMPORT;
        return population.importBody(first, Plan.USERS_OF_AN_IMPORT);
    }

    private static void require(boolean enough, String what) {
        if (!enough) {
            throw new IllegalStateException("The plan's data has too few " + what + " for its phases.");
        }
    }
}
