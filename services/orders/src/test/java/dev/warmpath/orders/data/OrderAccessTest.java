package dev.warmpath.orders.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.http.Caller;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderAccessTest {
    private static final Caller ADA = new Caller("ada", Set.of("orders:read"));
    private static final Caller ADMIN = new Caller("root", Set.of("orders:read", OrderAccess.ADMIN));

    @Test
    void aCallerMayActOnTheOwnOrdersAsTheirOwner() {
        assertThat(OrderAccess.to(request(ADA, "o-1", Map.of())))
                .isEqualTo(new OrderAccess(new OrderKey("ada", "o-1"), true));
        assertThat(OrderAccess.to(request(ADA, "o-1", Map.of("userId", "ada"))))
                .isEqualTo(new OrderAccess(new OrderKey("ada", "o-1"), true));
    }

    @Test
    void anAdministratorMayActOnEverybodysOrdersAndIsNotTheirOwner() {
        assertThat(OrderAccess.to(request(ADMIN, "o-1", Map.of("userId", "ada"))))
                .isEqualTo(new OrderAccess(new OrderKey("ada", "o-1"), false));
        assertThat(OrderAccess.to(request(ADMIN, "o-1", Map.of())))
                .isEqualTo(new OrderAccess(new OrderKey("root", "o-1"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "", "ada,ada", "ADA"})
    void nobodyElseMayNameAnotherUser(String userId) {
        assertNotFound(request(ADA, "o-1", Map.of("userId", userId)));
        assertThat(OrderAccess.userId(request(ADA, "o-1", Map.of("userId", userId))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ORDER#1", "ä", "a\n", "../x", "a_b"})
    void whatIsNoOrderIdIsNotFound(String orderId) {
        assertNotFound(request(ADA, orderId, Map.of()));
    }

    @Test
    void anIdThatNoKeyTakesIsNotFound() {
        assertNotFound(request(ADA, "a".repeat(65), Map.of()));
        assertNotFound(request(ADMIN, "o-1", Map.of("userId", "")));
        assertNotFound(request(ADMIN, "o-1", Map.of("userId", "€".repeat(682))));
        assertThat(OrderAccess.to(request(ADMIN, "a".repeat(64), Map.of("userId", "€".repeat(681)))))
                .isNotNull();
    }

    private static void assertNotFound(Request request) {
        var refused = catchThrowableOfType(ProblemException.class, () -> OrderAccess.to(request));

        assertThat(refused.problem().status()).isEqualTo(404);
    }

    private static Request request(Caller caller, String orderId, Map<String, String> query) {
        return new Request(
                "GET",
                "GET /orders/{orderId}",
                "/orders/" + orderId,
                Map.of("orderId", orderId),
                query,
                Map.of(),
                new byte[0],
                Optional.of(caller),
                Deadline.in(Duration.ofMinutes(1)));
    }
}
