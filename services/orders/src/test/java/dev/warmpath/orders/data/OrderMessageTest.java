package dev.warmpath.orders.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMessageTest {
    private static final String BODY = "{\"schema\":1,\"userId\":\"ada\",\"orderId\":\"order-1\","
            + "\"lines\":[{\"sku\":\"tea\",\"quantity\":2}],\"bodyHash\":\"h\",\"correlationId\":\"c-1\","
            + "\"placedAt\":\"2026-11-20T10:50:40.123Z\"}";

    private static final OrderMessage MESSAGE = new OrderMessage(
            new OrderKey("ada", "order-1"),
            List.of(OrderLine.of("tea", 2)),
            "h",
            "c-1",
            Instant.parse("2026-11-20T10:50:40.123Z"));

    @Property(tries = 200)
    void aMessageIsReadAsItWasWritten(@ForAll("placed") Order order) throws IOException {
        OrderMessage message = OrderMessage.of(order);

        assertThat(OrderMessage.read(message.body())).isEqualTo(message);
    }

    @Property(tries = 200)
    void aMessageFitsTenTimesIntoARequest(@ForAll("placed") Order order) {
        assertThat(OrderMessage.of(order).body().length()).isLessThan(100_000);
    }

    @Example
    void messagesInFlightAreOfThisForm() throws IOException {
        assertThat(MESSAGE.body()).isEqualTo(BODY);
        assertThat(OrderMessage.read(BODY)).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"schema\":2}",
                "{\"schema\":\"1\"}",
                "{\"schema\":1}",
                "{\"schema\":1,\"userId\":7}",
            })
    void whatIsNoMessageIsRefused(String body) {
        assertThatThrownBy(() -> OrderMessage.read(body)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"lines\":null",
                "\"lines\":{}",
                "\"lines\":[7]",
                "\"lines\":[{\"quantity\":2}]",
                "\"lines\":[{\"sku\":\"tea\"}]",
                "\"lines\":[{\"sku\":\"tea\",\"quantity\":\"2\"}]",
                "\"lines\":[{\"sku\":\"tea\",\"quantity\":2.5}]",
                "\"lines\":[{\"sku\":\"tea\",\"quantity\":4294967298}]"
            })
    void aMessageWithFaultyLinesIsRefused(String lines) {
        String body = BODY.replace("\"lines\":[{\"sku\":\"tea\",\"quantity\":2}]", lines);

        assertThatThrownBy(() -> OrderMessage.read(body)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-20", "2026-13-20T10:50:40.123Z"})
    void aMessageOfNoInstantIsRefused(String placedAt) {
        String body = BODY.replace("2026-11-20T10:50:40.123Z", placedAt);

        assertThatThrownBy(() -> OrderMessage.read(body)).isInstanceOf(IOException.class);
    }

    @Property(tries = 200)
    void everyCustomerHasAGroupThatTheQueueTakes(@ForAll("placed") Order order) {
        String userId = order.key().userId();
        String group = OrderMessage.of(order).group();

        assertThat(group).matches("[!-~]{1,128}");
        assertThat(group).isEqualTo(userId.matches("[!-~]+") ? userId : "other");
    }

    @Provide
    Arbitrary<Order> placed() {
        return Orders.placed();
    }
}
