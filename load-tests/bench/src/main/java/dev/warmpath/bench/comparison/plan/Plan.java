package dev.warmpath.bench.comparison.plan;

import static dev.warmpath.bench.comparison.Setting.ENGINES_AS_THEY_ARE;
import static dev.warmpath.bench.comparison.Setting.MODELLED_LATENCIES;

import dev.warmpath.bench.comparison.Setting;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was decided before the comparison runs; {@code load-tests/README.md} says why.
 *
 * @param weights how many of {@value #DECK} requests go to each route, by those that are in the mix
 * @param phases in the order in which they are run, those of a setting together
 * @param warmUp requests of each side before the first measured round of a setting, by the most callers of its phases
 * @param startedFunctions whose starts are measured, empty for all
 * @param starts of each of these functions, on each side
 * @param primingPasses before each snapshot of the optimised side, but of those of its starts
 */
public record Plan(
        boolean quick,
        Data data,
        Map<Route, Integer> weights,
        List<Phase> phases,
        Map<Setting, Integer> warmUp,
        Set<String> startedFunctions,
        int starts,
        int primingPasses) {
    public static final long SEED = 20_261_120;

    /** The sum of all weights. */
    public static final int DECK = 1_000;

    /** The share of users, of orders and of products that is drawn most of the time. */
    public static final double POPULAR = 0.2;

    /** How often one of these is drawn. */
    public static final double POPULAR_DRAWS = 0.8;

    public static final int SKUS_OF_A_GET = 20;
    public static final int IDS_OF_A_GET = 50;
    public static final int ITEMS_OF_A_PUT = 25;
    public static final int USERS_OF_AN_IMPORT = 100;
    public static final int ORDERS_OF_A_BATCH = 10;
    public static final int USERS_OF_A_PAGE = 20;
    public static final int MOST_QUANTITY = 3;

    /** Stock of each product, so plenty that no order is ever refused. */
    public static final int STOCK = 1_000_000;

    /** Environments that a function may have. */
    public static final int ENVIRONMENTS = 2;

    /** 99 % of a round's requests must be answered in this time, in milliseconds, for its throughput to count. */
    public static final int BOUND_MILLISECONDS = 1_000;

    static final int OPEN_CALLERS = 64;

    /** More than either side can do. */
    static final int MOST_PER_SECOND = 400;

    private static final int PER_SECOND = 8;

    /** The whole comparison, of some 23 minutes. */
    public static Plan full() {
        return new Plan(
                false,
                new Data(1_400, 200, 400, 500, 2_400, 600),
                mix(),
                List.of(
                        Phase.open(ENGINES_AS_THEY_ARE, PER_SECOND, 25, 5),
                        Phase.closed(ENGINES_AS_THEY_ARE, 1, 10, 2),
                        Phase.closed(ENGINES_AS_THEY_ARE, 4, 10, 2),
                        Phase.closed(ENGINES_AS_THEY_ARE, 16, 10, 2),
                        Phase.open(MODELLED_LATENCIES, PER_SECOND, 25, 2),
                        Phase.closed(MODELLED_LATENCIES, 1, 10, 1),
                        Phase.closed(MODELLED_LATENCIES, 4, 10, 1),
                        Phase.closed(MODELLED_LATENCIES, 16, 10, 1)),
                Map.of(ENGINES_AS_THEY_ARE, 1_000, MODELLED_LATENCIES, 80),
                Set.of(),
                3,
                300);
    }

    /** A look at it within three minutes, which proves nothing. */
    public static Plan quickly() {
        return new Plan(
                true,
                new Data(200, 0, 0, 100, 300, 0),
                only(List.of(
                        Route.GET_USER,
                        Route.GET_PRODUCT,
                        Route.GET_ORDER,
                        Route.PLACE_ORDER,
                        Route.LIST_ORDERS,
                        Route.BATCH_GET_INVENTORY)),
                Stream.of(1, 8)
                        .map(callers -> Phase.closed(ENGINES_AS_THEY_ARE, callers, 6, 2))
                        .toList(),
                Map.of(ENGINES_AS_THEY_ARE, 100),
                Set.of("GetUser", "PlaceOrder", "ListOrders"),
                3,
                100);
    }

    private static Map<Route, Integer> mix() {
        Map<Route, Integer> mix = new EnumMap<>(Route.class);
        mix.put(Route.GET_USER, 220);
        mix.put(Route.GET_PRODUCT, 200);
        mix.put(Route.GET_ORDER, 110);
        mix.put(Route.PLACE_ORDER, 110);
        mix.put(Route.LIST_ORDERS, 80);
        mix.put(Route.GET_ORDER_DETAILS, 80);
        mix.put(Route.BATCH_GET_INVENTORY, 55);
        mix.put(Route.BATCH_GET_USERS, 45);
        mix.put(Route.UPDATE_USER, 35);
        mix.put(Route.CREATE_USER, 20);
        mix.put(Route.LIST_USERS, 15);
        mix.put(Route.CANCEL_ORDER, 10);
        mix.put(Route.PLACE_ORDERS, 7);
        mix.put(Route.DELETE_USER, 5);
        mix.put(Route.PUT_INVENTORY, 5);
        mix.put(Route.IMPORT_USERS, 3);
        return mix;
    }

    /** With the weights that they have in the whole mix. */
    private static Map<Route, Integer> only(List<Route> routes) {
        return mix().entrySet().stream()
                .filter(route -> routes.contains(route.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, Integer::sum, () -> new EnumMap<>(Route.class)));
    }

    /** Those of the mix, and those that seed. */
    public Set<Route> routes() {
        Set<Route> routes = EnumSet.of(Route.IMPORT_USERS, Route.PUT_INVENTORY, Route.PLACE_ORDERS);
        routes.addAll(weights.keySet());
        return routes;
    }

    public List<Setting> settings() {
        return phases.stream().map(Phase::setting).distinct().toList();
    }

    public List<Phase> phasesOf(Setting setting) {
        return phases.stream().filter(phase -> phase.setting() == setting).toList();
    }

    /** As it is kept with what was measured. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", SEED);
        Map<String, Integer> mix = new LinkedHashMap<>();
        weights.forEach((route, weight) -> mix.put(route.function(), weight));
        fields.put("mix", mix);
        fields.put("popularShare", POPULAR);
        fields.put("drawsOfThePopular", POPULAR_DRAWS);
        fields.put("data", data.fields());
        fields.put("environmentsOfAFunction", ENVIRONMENTS);
        fields.put("boundMilliseconds", BOUND_MILLISECONDS);
        fields.put("phases", phases.stream().map(Phase::fields).toList());
        Map<String, Integer> warmUps = new LinkedHashMap<>();
        warmUp.forEach((setting, requests) -> warmUps.put(setting.name(), requests));
        fields.put("warmUpRequests", warmUps);
        fields.put("startsOfAFunction", starts);
        fields.put("primingPasses", primingPasses);
        return fields;
    }
}
