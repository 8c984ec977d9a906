package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one customer does from first to last. */
@Timeout(120)
abstract class JourneyContract {
    private static LocalRun run;

    private final String me = "customer-" + UUID.randomUUID();
    private final Api api = Api.at(run.url()).withToken(run.token(me, Token.DEFAULT_SCOPE));
    private final Shopper ada = new Shopper(me, api, FirstUse.administrator(run));

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    @Test
    void customerSignsUpOrdersAndChangesTheirMind() throws Exception {
        signUp();
        List<String> skus = ada.stocked(10, 2);
        String orderId = ada.place(3, skus);

        assertThat(ada.decided(orderId)).containsEntry("status", "CONFIRMED");
        assertThat(skus).allSatisfy(sku -> assertThat(ada.stock(sku)).isEqualTo(7));
        assertThat(ManyUsers.texts(Api.json(api.get("/orders")), "orders", "orderId"))
                .containsExactly(orderId);
        assertThat(Api.json(ada.cancel(orderId))).containsEntry("status", "CANCELLED");
        assertThat(skus).allSatisfy(sku -> assertThat(ada.stock(sku)).isEqualTo(10));
    }

    private void signUp() {
        HttpResponse<String> created = api.post("/users", "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}");
        HttpResponse<String> changed = api.patch("/users/" + me, Api.etag(created), "{\"name\":\"Ada King\"}");
        Map<String, Object> profile = Api.json(api.get("/users/" + me));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(profile).isEqualTo(Api.json(changed)).containsEntry("name", "Ada King");
    }
}
