package dev.warmpath.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageSumTest {
    private static final FunctionUsage ONE = new FunctionUsage(
            512, 190, 3, 1, 12, 900, 1, List.of("Hits", "Misses"), Map.of("sqs.SendMessage", 3L), 1.5, 2);
    private static final FunctionUsage OTHER = new FunctionUsage(
            512,
            180,
            4,
            0,
            8,
            100,
            2,
            List.of("Hits", "Writes"),
            Map.of("sqs.SendMessage", 1L, "dynamodb.GetItem", 5L),
            2.5,
            1);

    @Test
    void addsWhatIsCountedAndUnitesWhatIsDistinct() {
        Usage sum = UsageSum.of(List.of(
                new Usage(10, Map.of("PlaceOrder", ONE), 7, 20, 30),
                new Usage(5, Map.of("PlaceOrder", OTHER), 1, 2, 3)));

        assertThat(sum)
                .isEqualTo(new Usage(
                        15,
                        Map.of(
                                "PlaceOrder",
                                new FunctionUsage(
                                        512,
                                        190,
                                        7,
                                        1,
                                        20,
                                        1_000,
                                        3,
                                        List.of("Hits", "Misses", "Writes"),
                                        Map.of("sqs.SendMessage", 4L, "dynamodb.GetItem", 5L),
                                        4,
                                        3)),
                        8,
                        22,
                        33));
    }

    @Test
    void keepsFunctionsThatOnlyOneTurnUsed() {
        Usage sum = UsageSum.of(List.of(
                new Usage(1, Map.of("PlaceOrder", ONE), 0, 0, 0),
                new Usage(1, Map.of("FulfilOrders", OTHER), 0, 0, 0)));

        assertThat(sum.functions()).isEqualTo(Map.of("PlaceOrder", ONE, "FulfilOrders", OTHER));
    }
}
