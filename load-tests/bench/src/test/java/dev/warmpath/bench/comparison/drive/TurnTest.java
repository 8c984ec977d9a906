package dev.warmpath.bench.comparison.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Route;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TurnTest {
    private final Turn turn = new Turn(
            List.of(
                    answered(Route.GET_USER, 0, 1_234_567),
                    answered(Route.PLACE_ORDER, 500_000_000, 2_000_000_000),
                    answered(Route.GET_USER, 1_000_000_000, 1_002_000_000)),
            2);

    private static Answered answered(Route route, long due, long at) {
        Request request = new Request(route, "ada", "/", "", OptionalInt.empty(), OptionalInt.empty());
        return new Answered(request, due, at, List.of());
    }

    @Test
    void lastsFromTheFirstDueTimeToTheLastAnswer() {
        assertThat(turn.seconds()).isEqualTo(2.0);
    }

    @Test
    void keepsLatenciesByFunctionToTheMicrosecond() {
        assertThat(turn.milliseconds())
                .isEqualTo(Map.of("GetUser", List.of(1.235, 2.0), "PlaceOrder", List.of(1_500.0)));
    }
}
