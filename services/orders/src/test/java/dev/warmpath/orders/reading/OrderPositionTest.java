package dev.warmpath.orders.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.http.Position;
import dev.warmpath.http.ProblemException;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OrderPositionTest {
    @Property(tries = 200)
    void thePositionAfterAnOrderIsItsKeyInTheIndex(
            @ForAll @LongRange(max = 253_402_300_799_999L) long placedAt, @ForAll("orderIds") String orderId) {
        Instant at = Instant.ofEpochMilli(placedAt);
        Order order = Order.placed(new OrderKey("ada", orderId), List.of(OrderLine.of("A", 1)), "c", at, at);

        Map<String, AttributeValue> key =
                OrderPosition.of(OrderPosition.after(order)).key("ada");

        assertThat(OrderSchema.row(order)).containsAllEntriesOf(key);
        assertThat(key).containsOnlyKeys("pk", "sk", "placedOrder");
    }

    @Property(tries = 500)
    void whateverAKeySaysItsPartitionIsTheCallersAndItIsWrittenInOneWayOnly(@ForAll("keys") String text) {
        try {
            OrderPosition position = OrderPosition.of(Position.after(text));

            assertThat(position.key("eve")).containsEntry("pk", AttributeValue.fromS("USER#eve"));
            assertThat(position.key("eve").get("sk").s()).matches("ORDER#[A-Za-z0-9-]{1,64}");
            assertThat(text)
                    .isEqualTo(Long.toString(position.placedAt().toEpochMilli(), 36) + " " + position.orderId());
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    @Provide
    Arbitrary<String> orderIds() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(64);
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> likely = Arbitraries.of("0", "1", "-", "+", " ", "z", "Z", "#", "USER#ada", "ORDER#", "a-1")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(likely, Arbitraries.strings().ofMaxLength(80));
    }
}
