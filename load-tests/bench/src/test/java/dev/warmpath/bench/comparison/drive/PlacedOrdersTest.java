package dev.warmpath.bench.comparison.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Route;
import dev.warmpath.bench.rig.ApiConnection.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlacedOrdersTest {
    @Test
    void idsOfABatchAreInTheOrderOfTheRequest() throws IOException {
        String body = "{\"accepted\":[{\"index\":1,\"orderId\":\"b\"},{\"index\":0,\"orderId\":\"a\"}],\"failed\":[]}";

        assertThat(idsIn(Route.PLACE_ORDERS, body)).containsExactly("a", "b");
    }

    @Test
    void aSingleOrderHasOneId() throws IOException {
        assertThat(idsIn(Route.PLACE_ORDER, "{\"orderId\":\"a\",\"status\":\"PENDING\"}"))
                .containsExactly("a");
    }

    @Test
    void anOrderThatIsReadWasNotPlaced() throws IOException {
        assertThat(idsIn(Route.GET_ORDER, "{\"orderId\":\"a\",\"status\":\"CONFIRMED\"}"))
                .isEmpty();
    }

    private static List<String> idsIn(Route route, String body) throws IOException {
        Request request = new Request(route, "ada", "/", "", OptionalInt.empty(), OptionalInt.empty());
        return PlacedOrders.idsIn(request, new Answer(route.status(), Map.of(), body));
    }
}
