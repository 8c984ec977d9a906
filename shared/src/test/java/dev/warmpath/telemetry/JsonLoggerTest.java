package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class JsonLoggerTest {
    @Test
    void aLineSaysWhichInvocationOfWhichFunctionItBelongsTo() throws IOException {
        try (Observed observed = Observed.onDemand().unsampled()) {
            Logger log = observed.instruments().logger("users");
            observed.invoke((input, output, context) -> log.info("Found {} of {}", 1, "two"));
            Map<String, Object> line = observed.logLines().getFirst();
            assertThat(line)
                    .containsEntry("level", "INFO")
                    .containsEntry("message", "Found 1 of two")
                    .containsEntry("logger", "users")
                    .containsEntry("service", "users")
                    .containsEntry("function_name", "GetUser")
                    .containsEntry("function_version", "7")
                    .containsEntry("function_memory_size", 512)
                    .containsEntry("function_request_id", "request-1")
                    .containsEntry("xray_trace_id", Observed.TRACE_ID)
                    .containsEntry("cold_start", true);
            assertThat(Instant.parse((String) line.get("timestamp")))
                    .isBefore(Instant.now().plusSeconds(1));
        }
    }

    @Test
    void aLineOutsideOfAnInvocationNamesNoRequest() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.instruments().logger("start").warn("Slow start");
            assertThat(observed.logLines().getFirst())
                    .containsEntry("service", "users")
                    .doesNotContainKeys("function_request_id", "cold_start");
        }
    }

    @Test
    void aLineOfAnotherThreadNamesTheInvocationToo() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Logger log = observed.instruments().logger("parallel");
            observed.invoke(
                    (input, output, context) -> join(Thread.ofVirtual().start(() -> log.info("from a thread"))));
            assertThat(observed.logLines().getFirst()).containsEntry("function_request_id", "request-1");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while a thread was logging", e);
        }
    }

    @Test
    void keyValuePairsAndContextBecomeFields() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            MDC.put("correlation_id", "c-1");
            observed.instruments()
                    .logger("orders")
                    .atInfo()
                    .addKeyValue("lines", 3)
                    .addKeyValue("express", true)
                    .addKeyValue("share", 0.5)
                    .addKeyValue("bytes", 1L)
                    .addKeyValue("reason", (Object) null)
                    .addKeyValue("status", Thread.State.NEW)
                    .log("Placed {}", "o-1");
            MDC.clear();
            assertThat(observed.logLines().getFirst())
                    .containsEntry("message", "Placed o-1")
                    .containsEntry("lines", 3)
                    .containsEntry("express", true)
                    .containsEntry("share", 0.5)
                    .containsEntry("bytes", 1)
                    .containsEntry("reason", null)
                    .containsEntry("status", "NEW")
                    .containsEntry("correlation_id", "c-1");
        }
    }

    @Test
    void lineBreaksAndQuotesStayInsideOneLine() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.instruments().logger("odd").info("a\n\"b\"\u0000{}", "ü\r\n");
            assertThat(observed.lines()).hasSize(1);
            assertThat(observed.lines().getFirst()).containsEntry("message", "a\n\"b\"\u0000ü\r\n");
        }
    }

    @Test
    void whatIsBelowTheLevelOfTheFunctionIsNotWritten() throws IOException {
        try (Observed observed = new Observed(Map.of("AWS_LAMBDA_LOG_LEVEL", "WARN"))) {
            Logger log = observed.instruments().logger("users");
            log.info("unheard");
            log.atInfo().log("unheard too");
            log.warn("heard");
            assertThat(observed.logLines())
                    .extracting(line -> line.get("message"))
                    .containsExactly("heard");
        }
    }

    @Test
    void slf4jFindsTheProviderWithoutConfiguration() {
        assertThat(LoggerFactory.getLogger("any")).isInstanceOf(JsonLogger.class);
        assertThat(LoggerFactory.getLogger("any")).isSameAs(LoggerFactory.getLogger("any"));
    }
}
