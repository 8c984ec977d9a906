package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.Errand.Basket;
import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.Errand.Place;
import dev.warmpath.local.Errand.PlaceMany;
import dev.warmpath.local.Errand.Twist;
import dev.warmpath.local.Errand.Withdrawal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Twenty callers, two of them suspended and two without a profile, who place and withdraw orders at the same time. Like good
 * clients they repeat what failed, where repeating is safe.
 */
final class Shop {
    static final int CALLERS = 20;

    private static final int SUSPENDED_FROM = 16;
    private static final int UNKNOWN_FROM = 18;
    private static final int MOST_ATTEMPTS = 50;

    private final LocalRun run;
    private final String name;
    private final Assortment assortment;
    private final Ledger ledger = new Ledger();

    /** @param name tells its callers and products from those of other shops */
    Shop(LocalRun run, String name, int scarce) {
        this.run = run;
        this.name = name;
        this.assortment = new Assortment(name + "-", scarce);
    }

    Assortment assortment() {
        return assortment;
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the ids of its callers begin with. */
    String callerPrefix() {
        return name + "-caller-";
    }

    List<String> callers() {
        return IntStream.range(0, CALLERS).mapToObj(this::caller).toList();
    }

    private String caller(int number) {
        return callerPrefix() + "%02d".formatted(number);
    }

    private int number(String userId) {
        return Integer.parseInt(userId.substring(callerPrefix().length()));
    }

    boolean isSuspended(String userId) {
        return number(userId) >= SUSPENDED_FROM && number(userId) < UNKNOWN_FROM;
    }

    boolean isUnknown(String userId) {
        return number(userId) >= UNKNOWN_FROM;
    }

    /** Imports its callers and counts its stock. */
    void open() {
        List<String> users = Stream.iterate(0, number -> number < UNKNOWN_FROM, number -> number + 1)
                .map(this::caller)
                .map(this::user)
                .toList();
        HttpResponse<String> imported = admin().post("/users/import", "{\"users\":[" + String.join(",", users) + "]}");
        assertThat(Api.json(imported)).containsEntry("imported", UNKNOWN_FROM);
        HttpResponse<String> stored = put("/inventory", assortment.stockTake(assortment.initialStock()));
        assertThat(Api.json(stored)).containsEntry("stored", assortment.skus().size());
    }

    /** One caller goes there alone, so that functions are started before all callers come at once. */
    void rehearse() {
        Visit visit = new Visit(caller(0));
        List<Line> lines = List.of(new Line(assortment.sku(0), 1));
        visit.run(new Place(
                new Basket(Optional.of("rehearsal"), lines), Twist.NONE, lines, Withdrawal.AFTER_THE_NEXT_ERRAND));
        visit.run(new PlaceMany(List.of(new Basket(Optional.empty(), lines))));
    }

    private String user(String id) {
        return "{\"userId\":\"%1$s\",\"email\":\"%1$s@example.com\",\"name\":\"%1$s\",\"status\":\"%2$s\"}"
                .formatted(id, isSuspended(id) ? "SUSPENDED" : "ACTIVE");
    }

    /** Sends all callers at once, and returns when each has done its errands. */
    void serve(int orders, long seed) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> visits = new ArrayList<>();
            for (int number = 0; number < CALLERS; number++) {
                ErrandPlan plan = new ErrandPlan(assortment, seed * CALLERS + number);
                int share = orders / CALLERS + (number < orders % CALLERS ? 1 : 0);
                Visit visit = new Visit(caller(number));
                visits.add(threads.submit(() -> plan.errands(share).forEach(visit::run)));
            }
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
    }

    /** An administrator counts stock; whether the count was stored. */
    boolean countStock(Map<String, Long> counted) {
        HttpResponse<String> answer = put("/inventory", assortment.stockTake(counted));
        return answer.statusCode() == 200 && Api.json(answer).get("stored").equals(counted.size());
    }

    /** Products that nobody orders; whether that was stored is of no interest. */
    void countOtherStock(List<String> skus) {
        put("/inventory", assortment.stockTake(skus.stream().collect(toMap(sku -> sku, _ -> 1L))));
    }

    private HttpResponse<String> put(String path, String body) {
        return admin().send(admin().request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private Api admin() {
        return api("root", "users:read users:write orders:read orders:write admin");
    }

    Api api(String sub, String scope) {
        return Api.ofAnotherTemplate(run.url()).withToken(run.token(sub, scope));
    }

    /** Places an order until it is accepted or refused, if it has a key; only once otherwise. Its id if it is accepted. */
    Optional<String> place(String userId, Api api, Basket basket) {
        Api keyed = basket.key().map(key -> api.with("Idempotency-Key", key)).orElse(api);
        Supplier<HttpResponse<String>> call = () -> keyed.post("/orders", basket.json());
        HttpResponse<String> answer = basket.key().isPresent() ? untilAnswered(call) : call.get();
        switch (answer.statusCode()) {
            case 202 -> ledger.accepted(userId, (String) Api.json(answer).get("orderId"), basket);
            case 409 -> ledger.refused(userId, basket);
            case 500, 503 -> ledger.inDoubt(1);
            default ->
                ledger.contradicts("%s was answered with %d %s".formatted(basket, answer.statusCode(), answer.body()));
        }
        return Optional.of(answer)
                .filter(accepted -> accepted.statusCode() == 202)
                .map(accepted -> (String) Api.json(accepted).get("orderId"));
    }

    private static HttpResponse<String> untilAnswered(Supplier<HttpResponse<String>> call) {
        HttpResponse<String> answer = call.get();
        for (int attempt = 1; attempt < MOST_ATTEMPTS && answer.statusCode() >= 500; attempt++) {
            answer = call.get();
        }
        return answer;
    }

    private void withdraw(Api api, String orderId) {
        HttpResponse<String> answer = untilAnswered(() -> api.post("/orders/" + orderId + "/cancel", ""));
        switch (answer.statusCode()) {
            case 200 -> ledger.withdrawn(orderId);
            case 409 -> ledger.notWithdrawable(orderId);
            case 403 -> {}
            case 500, 503 -> ledger.withdrawalInDoubt(orderId);
            default ->
                ledger.contradicts("The withdrawal of %s was answered with %d %s"
                        .formatted(orderId, answer.statusCode(), answer.body()));
        }
    }

    private final class Visit {
        private final String userId;
        private final Api api;
        private Optional<String> toWithdraw = Optional.empty();

        Visit(String userId) {
            this.userId = userId;
            this.api = api(userId, "users:read orders:read orders:write");
        }

        void run(Errand errand) {
            Optional<String> earlier = toWithdraw;
            toWithdraw = Optional.empty();
            switch (errand) {
                case Place order -> placed(order).ifPresent(id -> placed(id, order.withdrawal()));
                case PlaceMany many -> placeMany(many.baskets());
            }
            earlier.ifPresent(id -> withdraw(api, id));
        }

        private void placed(String orderId, Withdrawal withdrawal) {
            switch (withdrawal) {
                case NEVER -> {}
                case AT_ONCE -> withdraw(api, orderId);
                case AFTER_THE_NEXT_ERRAND -> toWithdraw = Optional.of(orderId);
            }
        }

        private Optional<String> placed(Place order) {
            Basket other = order.basket().with(order.others());
            return switch (order.twist()) {
                case NONE -> place(userId, api, order.basket());
                case SENT_AGAIN -> inTurn(order.basket(), order.basket());
                case SENT_TWICE_AT_ONCE -> atOnce(order.basket(), order.basket());
                case OTHER_LINES_AFTERWARDS -> inTurn(order.basket(), other);
                case OTHER_LINES_AT_ONCE -> atOnce(order.basket(), other);
            };
        }

        private Optional<String> inTurn(Basket first, Basket second) {
            Optional<String> placed = place(userId, api, first);
            return place(userId, api, second).or(() -> placed);
        }

        private Optional<String> atOnce(Basket first, Basket second) {
            CompletableFuture<Optional<String>> other =
                    CompletableFuture.supplyAsync(() -> place(userId, api, second), Thread::startVirtualThread);
            Optional<String> placed = place(userId, api, first);
            return other.join().or(() -> placed);
        }

        private void placeMany(List<Basket> baskets) {
            String elements =
                    String.join(",", baskets.stream().map(Basket::element).toList());
            HttpResponse<String> answer = api.post("/orders/batch", "{\"orders\":[" + elements + "]}");
            if (answer.statusCode() != 202) {
                unknown(answer, baskets.size());
                return;
            }
            Map<String, Object> json = Api.json(answer);
            List<?> accepted = (List<?>) json.get("accepted");
            for (Object element : accepted) {
                Map<?, ?> entry = (Map<?, ?>) element;
                Basket basket = baskets.get((Integer) entry.get("index"));
                ledger.accepted(userId, (String) entry.get("orderId"), basket);
            }
            ledger.inDoubt(baskets.size() - accepted.size());
        }

        private void unknown(HttpResponse<String> answer, int orders) {
            ledger.inDoubt(orders);
            if (answer.statusCode() < 500) {
                ledger.contradicts("A batch was answered with %d %s".formatted(answer.statusCode(), answer.body()));
            }
        }
    }
}
