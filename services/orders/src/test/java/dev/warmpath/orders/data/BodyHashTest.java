package dev.warmpath.orders.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BodyHashTest {
    @Property(tries = 200)
    void otherLinesHaveAnotherHash(@ForAll("lines") List<OrderLine> lines, @ForAll("lines") List<OrderLine> others) {
        Assume.that(!lines.equals(others));

        assertThat(BodyHash.of(lines)).isNotEqualTo(BodyHash.of(others));
    }

    @Property(tries = 200)
    void pricesDoNotChangeIt(@ForAll("lines") List<OrderLine> lines) {
        List<OrderLine> priced = lines.stream().map(line -> line.at(7)).toList();

        assertThat(BodyHash.of(priced))
                .isEqualTo(BodyHash.of(lines))
                .hasSize(43)
                .matches("[A-Za-z0-9_-]+");
    }

    @Example
    void theOrderOfLinesCounts() {
        OrderLine tea = OrderLine.of("tea", 1);
        OrderLine cup = OrderLine.of("cup", 2);

        assertThat(BodyHash.of(List.of(tea, cup))).isNotEqualTo(BodyHash.of(List.of(cup, tea)));
    }

    @Example
    void itStaysThroughDeployments() {
        assertThat(BodyHash.of(List.of(OrderLine.of("tea", 1), OrderLine.of("cup", 2))))
                .isEqualTo("f9gHRaYGvpYABvXhnJfRib5VWQJqpN24KFsaRueczdc");
    }

    @Provide
    Arbitrary<List<OrderLine>> lines() {
        return Orders.lines();
    }
}
