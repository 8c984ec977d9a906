package dev.warmpath.snapstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrimingTest {
    private static final String EVENT = "/dev/warmpath/snapstart/get.json";

    @Test
    void theHandlerSeesTheEventUnderThePrimingRequestId() {
        Echo handler = new Echo();

        Priming.pass(handler, EVENT, "\"version\": \"2.0\"");

        assertThat(handler.requestId).isEqualTo(PrimingContext.REQUEST_ID);
    }

    @Test
    void theTraceHeaderOfAnInvocationIsThereDuringThePassAlone() {
        String property = "com.amazonaws.xray.traceHeader";
        RequestStreamHandler handler = (in, out, context) ->
                out.write(System.getProperty(property, "none").getBytes(StandardCharsets.US_ASCII));

        Priming.pass(handler, EVENT, "Root=1-");

        assertThat(System.getProperty(property)).isNull();
    }

    @Test
    void anUnexpectedAnswerFails() {
        assertThatThrownBy(() -> Priming.pass(new Echo(), EVENT, "\"statusCode\":404"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Priming with " + EVENT + " should have answered \"statusCode\":404");
    }

    @Test
    void aMissingEventFails() {
        assertThatThrownBy(() -> Priming.pass(new Echo(), "/none.json", ""))
                .hasMessage("The artefact has no priming event /none.json");
    }

    @Test
    void aHandlerThatFailsFails() {
        RequestStreamHandler broken = (in, out, context) -> {
            throw new IOException("broken");
        };

        assertThatThrownBy(() -> Priming.pass(broken, EVENT, ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("broken");
    }

    @Test
    void passesAreRepeatedAsOftenAsIsWanted() {
        AtomicInteger passes = new AtomicInteger();

        Priming.repeat(passes::incrementAndGet, 3, Duration.ofMinutes(1));

        assertThat(passes).hasValue(3);
    }

    @Test
    void noPassBeginsWhenTheTimeIsUpButTheFirst() {
        AtomicInteger passes = new AtomicInteger();

        Priming.repeat(passes::incrementAndGet, 3, Duration.ZERO);

        assertThat(passes).hasValue(1);
    }

    private static final class Echo implements RequestStreamHandler {
        private String requestId;

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            requestId = context.getAwsRequestId();
            in.transferTo(out);
        }
    }
}
