package dev.warmpath.orders.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "7", "Tea.green_500-g", "a234567890123456789012345678901234567890123456789012345678901234"})
    void lettersDigitsAndSomePunctuationMakeASku(String text) {
        assertThat(Sku.RULE.faultOf(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".a",
                "-a",
                "_a",
                "a b",
                "a#b",
                "ä",
                "a\n",
                "a2345678901234567890123456789012345678901234567890123456789012345"
            })
    void anythingElseDoesNot(String text) {
        assertThat(Sku.RULE.faultOf(text)).isPresent();
    }
}
