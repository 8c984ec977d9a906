package dev.warmpath.bench.comparison.starts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ApiEventTest {
    @Test
    void takesPathParametersFromTheRoute() throws IOException {
        Map<String, Object> event = read(ApiEvent.to("GET /orders/{orderId}/details", "/orders/7/details"));

        assertThat(event)
                .containsEntry("routeKey", "GET /orders/{orderId}/details")
                .containsEntry("rawPath", "/orders/7/details")
                .containsEntry("rawQueryString", "")
                .containsEntry("pathParameters", Map.of("orderId", "7"))
                .doesNotContainKey("body");
    }

    @Test
    void carriesCallerScopeQueryHeadersAndBody() throws IOException {
        Map<String, Object> event = read(ApiEvent.to("PATCH /users/{userId}", "/users/ann")
                .asAdmin()
                .by("ann")
                .where("limit", "20")
                .with("if-match", "\"1\"")
                .body(Map.of("name", "Ann")));

        assertThat(event)
                .containsEntry("rawQueryString", "limit=20")
                .containsEntry("queryStringParameters", Map.of("limit", "20"))
                .containsEntry("body", "{\"name\":\"Ann\"}")
                .extractingByKey("headers")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("if-match", "\"1\"")
                .containsEntry("content-type", "application/json");
        assertThat(event.get("requestContext").toString())
                .contains("sub=ann", "scope=users:read users:write orders:read orders:write admin", "method=PATCH");
    }

    private static Map<String, Object> read(ApiEvent event) throws IOException {
        return JSON.std.mapFrom(event.json());
    }
}
