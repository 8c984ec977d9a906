package dev.warmpath.bench.comparison.mix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.mix.Seeds.Placing;
import dev.warmpath.bench.comparison.plan.Data;
import dev.warmpath.bench.comparison.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    private final Data data = Plan.full().data();
    private final Population population = new Population(data);

    @Test
    void haveEachUserAndProductOnce() throws IOException {
        int users = 0;
        int items = 0;
        for (Request request : new Seeds(population).catalogue()) {
            Map<String, Object> body = JSON.std.mapFrom(request.body());
            users += size(body.get("users"));
            items += size(body.get("items"));
        }

        assertThat(users).isEqualTo(2_000);
        assertThat(items).isEqualTo(500);
    }

    private static int size(Object list) {
        return list instanceof List<?> elements ? elements.size() : 0;
    }

    @Test
    void haveEachOrderOnceAsItsOwner() throws IOException {
        List<Placing> placings = new Seeds(population).orders();

        assertThat(placings.stream().flatMap(placing -> placing.orders().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, data.orders()).boxed().toList());
        for (Placing placing : placings) {
            assertThat(placing.orders())
                    .allMatch(order ->
                            population.owner(order).equals(placing.request().caller()));
            assertThat(size(JSON.std.mapFrom(placing.request().body()).get("orders")))
                    .isEqualTo(placing.orders().size());
        }
    }

    @Test
    void areTheSameForBothSides() {
        assertThat(new Seeds(population).orders()).isEqualTo(new Seeds(population).orders());
    }
}
