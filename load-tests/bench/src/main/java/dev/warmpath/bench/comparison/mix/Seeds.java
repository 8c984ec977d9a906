package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Data;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.plan.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The requests that seed a side, in their order. */
public final class Seeds {
    private static final int USERS_OF_A_REQUEST = 200;
    private static final int PRODUCTS_OF_A_REQUEST = 100;

    /** Orders of one owner, and their numbers in the order in which the request has them. */
    public record Placing(Request request, List<Integer> orders) {}

    private final Population population;
    private final Data data;
    private final Random random = new Random(Plan.SEED);

    public Seeds(Population population) {
        this.population = population;
        this.data = population.data();
    }

    /** Users and products, which must be there before the first order is placed. */
    public List<Request> catalogue() {
        List<Request> requests = new ArrayList<>();
        for (int first = 0; first < data.users(); first += USERS_OF_A_REQUEST) {
            int count = Math.min(USERS_OF_A_REQUEST, data.users() - first);
            String body = population.importBody(first, count);
            requests.add(Request.of(Route.IMPORT_USERS, Population.ADMIN, "/users/import", body));
        }
        for (int first = 0; first < data.products(); first += PRODUCTS_OF_A_REQUEST) {
            int end = Math.min(first + PRODUCTS_OF_A_REQUEST, data.products());
            String body =
                    population.inventoryBody(IntStream.range(first, end).boxed().toList());
            requests.add(Request.of(Route.PUT_INVENTORY, Population.ADMIN, "/inventory", body));
        }
        return requests;
    }

    /** All orders, those of an owner in one request. */
    public List<Placing> orders() {
        Map<String, List<Integer>> byOwner = new LinkedHashMap<>();
        for (int order = 0; order < data.orders(); order++) {
            byOwner.computeIfAbsent(population.owner(order), _ -> new ArrayList<>())
                    .add(order);
        }
        return byOwner.entrySet().stream()
                .map(owner -> placing(owner.getKey(), owner.getValue()))
                .toList();
    }

    private Placing placing(String owner, List<Integer> orders) {
        String body = new OrderBodies(population, random).batch(orders.size());
        return new Placing(Request.of(Route.PLACE_ORDERS, owner, "/orders/batch", body), orders);
    }
}
