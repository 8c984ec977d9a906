package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several requests under one {@code Idempotency-Key}. */
@Timeout(120)
abstract class OrderKeysContract {
    private static LocalRun run;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    /** Returns once nothing is under way any more that could still change what has been decided. */
    abstract void awaitQuiet() throws Exception;

    @Test
    void repeatedRequestIsTheSameOrder() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 1);

        String first = Shopper.accepted(ada.placeUnderKey(key, 3, skus));
        String pending = Shopper.accepted(ada.placeUnderKey(key, 3, skus));
        ada.decided(first);
        String decided = Shopper.accepted(ada.placeUnderKey(key, 3, skus));
        awaitQuiet();

        assertThat(List.of(pending, decided)).containsOnly(first);
        assertThat(ada.order(first)).containsEntry("status", "CONFIRMED");
        assertThat(ada.stock(skus.getFirst())).isEqualTo(7);
        assertThat(ManyUsers.texts(Api.json(ada.api().get("/orders")), "orders", "orderId"))
                .containsExactly(first);
    }

    @Test
    void keyOfAnotherCallerIsAnotherOrder() {
        Shopper ada = Shopper.withoutProfile(run);
        Shopper eve = Shopper.withoutProfile(run);

        String ofAda = Shopper.accepted(ada.placeUnderKey(key, 1, List.of("a")));
        String ofEve = Shopper.accepted(eve.placeUnderKey(key, 1, List.of("a")));

        assertThat(ofEve).isNotEqualTo(ofAda);
        assertThat(eve.api().get("/orders/" + ofAda).statusCode()).isEqualTo(404);
    }

    @Test
    void keyIsTheSameInABatchAndAlone() {
        Shopper ada = Shopper.withoutProfile(run);
        String alone = Shopper.accepted(ada.placeUnderKey(key, 1, List.of("a")));
        String same = "{\"idempotencyKey\":\"%s\",\"lines\":[{\"sku\":\"a\",\"quantity\":%d}]}";

        Map<String, Object> repeated =
                Api.json(ada.api().post("/orders/batch", Goods.orders(List.of(same.formatted(key, 1)))));
        Map<String, Object> other = Api.json(ada.api()
                .post("/orders/batch", Goods.orders(List.of(Goods.order(1, List.of("b")), same.formatted(key, 2)))));

        assertThat(ManyUsers.texts(repeated, "accepted", "orderId")).containsExactly(alone);
        assertThat(ManyUsers.texts(other, "accepted", "index")).containsExactly("0");
        assertThat(ManyUsers.texts(other, "failed", "index")).containsExactly("1");
    }

    @Test
    void otherBodyAfterTheFirstIsDecidedIsRefusedAndChangesNothing() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 1);
        String orderId = Shopper.accepted(ada.placeUnderKey(key, 3, skus));
        Map<String, Object> decided = ada.decided(orderId);

        assertThat(ada.placeUnderKey(key, 5, skus).statusCode()).isEqualTo(409);
        awaitQuiet();

        assertThat(ada.order(orderId)).isEqualTo(decided);
        assertThat(ada.stock(skus.getFirst())).isEqualTo(7);
    }

    @Test
    void oneOfTwoBodiesAtTheSameTimeWins() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(100, 1);
        AtomicInteger caller = new AtomicInteger();

        List<HttpResponse<String>> answers =
                Concurrently.call(10, () -> ada.placeUnderKey(key, 1 + caller.incrementAndGet() % 2, skus));

        Set<String> accepted = answers.stream()
                .filter(answer -> answer.statusCode() == 202)
                .map(Shopper::accepted)
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202, 409);
        assertThat(accepted).hasSize(1);
        Map<String, Object> order = ada.decided(accepted.iterator().next());
        awaitQuiet();
        assertThat(order).containsEntry("status", "CONFIRMED");
        assertThat(100 - ada.stock(skus.getFirst()))
                .isEqualTo((Integer) order.get("total") / Goods.PRICE)
                .isBetween(1, 2);
    }

    static List<String> faultyKeys() {
        return List.of("k".repeat(129), "a\tb");
    }

    @ParameterizedTest
    @MethodSource("faultyKeys")
    void faultyKeyIsRefused(String faulty) {
        assertThat(Shopper.withoutProfile(run)
                        .placeUnderKey(faulty, 1, List.of("a"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void longestKeyIsTaken() {
        Shopper.accepted(Shopper.withoutProfile(run).placeUnderKey("~".repeat(128), 1, List.of("a")));
    }
}
