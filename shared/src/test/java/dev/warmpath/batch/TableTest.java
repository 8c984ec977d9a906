package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableTest {
    private final Table table = new Table("orders", List.of("user", "number"));

    @Test
    void theKeyOfAnItemIsFreeOfItsOtherAttributes() {
        Map<String, AttributeValue> item = Map.of(
                "user",
                AttributeValue.fromS("ada"),
                "number",
                AttributeValue.fromN("7"),
                "x",
                AttributeValue.fromS(""));

        assertThat(table.identity(item)).containsOnlyKeys("user", "number");
    }

    @Test
    void numbersThatAreEqualAreOneKey() {
        assertThat(table.identity(key("7")))
                .isEqualTo(table.identity(key("7.0")))
                .isEqualTo(table.identity(key("0.7e1")));
        assertThat(table.identity(key("700")))
                .isEqualTo(table.identity(key("7E2")))
                .isNotEqualTo(table.identity(key("7")));
    }

    @Test
    void anItemWithoutItsWholeKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.identity(Map.of("user", AttributeValue.fromS("ada"))))
                .withMessageContaining("orders")
                .withMessageContaining("number");
    }

    private static Map<String, AttributeValue> key(String number) {
        return Map.of("user", AttributeValue.fromS("ada"), "number", AttributeValue.fromN(number));
    }
}
