package dev.warmpath.local.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    private static final int MANY = 99_999;

    @Test
    void usersAreTheSameEachTimeAndTheFirstIsTheOneWhoseTokenIsPrinted() {
        assertThat(DemoData.users(50))
                .isEqualTo(DemoData.users(50))
                .isEqualTo(DemoData.users(60).subList(0, 50));
        assertThat(DemoData.users(1).getFirst())
                .containsEntry("userId", "demo")
                .containsEntry("email", "demo@example.com");
    }

    @Test
    void usersHaveIdsAndAddressesOfTheirOwn() {
        List<Map<String, Object>> users = DemoData.users(MANY);

        assertThat(users).extracting(user -> user.get("userId")).doesNotHaveDuplicates();
        assertThat(users)
                .extracting(user -> (String) user.get("email"))
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith("@example.com"));
    }

    @Test
    void productsAreTheSameEachTimeAndPricedWithinTheLimits() {
        List<Map<String, Object>> items = DemoData.items(MANY);

        assertThat(items).isEqualTo(DemoData.items(MANY));
        assertThat(items).extracting(item -> item.get("sku")).doesNotHaveDuplicates();
        assertThat(items)
                .extracting(item -> (Long) item.get("unitPrice"))
                .allMatch(price -> price > 0 && price < 10_000);
        assertThat(items).extracting(item -> item.get("currency")).containsOnly("EUR");
    }
}
