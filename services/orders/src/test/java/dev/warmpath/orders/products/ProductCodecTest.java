package dev.warmpath.orders.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCodecTest {
    private final ProductCodec codec = new ProductCodec();

    @Property(tries = 200)
    void aProductIsReadAsItWasWritten(
            @ForAll @NumericChars @NotBlank String name,
            @ForAll @LongRange(max = 1_000_000_000) long price,
            @ForAll @LongRange(min = 1) long version)
            throws IOException {
        Product product = new Product("A-1", "Zoë's \"" + name, new Money(price, "EUR"), version);

        assertThat(codec.read(codec.write(product))).isEqualTo(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"sku\":\"A\",\"name\":\"Tea\",\"unitPrice\":1,\"currency\":\"EUR\"}",
                "{\"sku\":\"A\",\"name\":7,\"unitPrice\":1,\"currency\":\"EUR\",\"version\":1}",
                "{\"sku\":\"A\",\"name\":\"Tea\",\"unitPrice\":\"1\",\"currency\":\"EUR\",\"version\":1}"
            })
    void whatIsNoProductIsRefused(String text) {
        assertThatThrownBy(() -> codec.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
