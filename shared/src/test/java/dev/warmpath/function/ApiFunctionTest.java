package dev.warmpath.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ApiFunctionTest {
    @RegisterExtension
    private final Console console = new Console();

    @Test
    void linesCarryTheCorrelationIdOfTheCaller() throws IOException {
        Console.invoke(new Speaking(), event("{\"x-correlation-id\": \"order-7_b.2\"}"));

        assertThat(console.linesWith("spoken"))
                .singleElement()
                .asString()
                .contains("\"correlation_id\":\"order-7_b.2\"");
    }

    @Test
    void linesOfOtherRequestsCarryTheirRequestId() throws IOException {
        Console.invoke(new Speaking(), event("{}"));

        assertThat(console.linesWith("spoken")).singleElement().asString().contains("\"correlation_id\":\"request-1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a b", "a\\nb", ""})
    void anIdThatMayBePersonalOrBreakLinesIsNotTaken(String id) throws IOException {
        Console.invoke(new Speaking(), event("{\"x-correlation-id\": \"" + id + "\"}"));

        assertThat(console.linesWith("spoken")).singleElement().asString().contains("\"correlation_id\":\"request-1\"");
    }

    private static String event(String headers) {
        return "{\"version\": \"2.0\", \"headers\": " + headers + "}";
    }

    private static final class Speaking extends ApiFunction {
        @Override
        public Response respond(Request request) {
            LoggerFactory.getLogger("test").info("spoken");
            return Response.empty(204);
        }
    }
}
