package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;
import software.amazon.lambda.powertools.logging.internal.JsonSerializer;

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
                    .containsEntry("function_request_id", "request-1")
                    .containsEntry("xray_trace_id", Observed.TRACE_ID)
                    .containsEntry("cold_start", true)
                    .doesNotContainKeys("function_arn", "function_memory_size");
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
    void structuredArgumentsBecomeFieldsAndFillPlaceholders() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Logger log = observed.instruments().logger("orders");
            log.info(
                    "Placed {}",
                    StructuredArguments.entry("order", "o-\u0001"),
                    StructuredArguments.entry("state", Thread.State.NEW),
                    StructuredArguments.entries(Map.of("total", 12.5, "lines", List.of(1, 2))),
                    StructuredArguments.array("skus", "a", 2, null),
                    StructuredArguments.json("raw", "{\"a\":\n[true]}"));
            log.atInfo().addArgument(StructuredArguments.entry("order", 2)).log("Placed {}");
            assertThat(observed.lines()).hasSize(2);
            assertThat(observed.logLines().getFirst())
                    .containsEntry("message", "Placed order=o-\u0001")
                    .containsEntry("order", "o-\u0001")
                    .containsEntry("state", "NEW")
                    .containsEntry("total", 12.5)
                    .containsEntry("lines", List.of(1, 2))
                    .containsEntry("skus", Arrays.asList("a", 2, null))
                    .containsEntry("raw", Map.of("a", List.of(true)));
            assertThat(observed.logLines().getLast()).containsEntry("order", 2);
        }
    }

    @Test
    void anArgumentThatWritesJsonByItselfStaysAField() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.instruments().logger("orders").info("Placed", new OwnArgument());
            assertThat(observed.logLines().getFirst())
                    .containsEntry("own", List.of(Map.of("text", "a", "none", false), 1, 2.5, 3));
        }
    }

    private static final class OwnArgument implements StructuredArgument {
        @Override
        public void writeTo(JsonSerializer serializer) {
            serializer.writeFieldName("own");
            serializer.writeStartArray();
            serializer.writeStartObject();
            serializer.writeFieldName("text");
            serializer.writeString("a");
            serializer.writeSeparator();
            serializer.writeFieldName("none");
            serializer.writeBoolean(false);
            serializer.writeEndObject();
            serializer.writeSeparator();
            serializer.writeNumber(1);
            serializer.writeSeparator();
            serializer.writeNumber(2.5);
            serializer.writeSeparator();
            serializer.writeNumber(BigInteger.valueOf(3));
            serializer.writeEndArray();
        }
    }

    @Test
    void aThreadThatAnEarlierInvocationStartedNamesTheOneThatRuns() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Observed observed = Observed.onDemand()) {
            Logger log = observed.instruments().logger("pool");
            observed.sampled().invoke((input, output, context) -> log(pool, log, "one"));
            observed.unsampled().invoke((input, output, context) -> log(pool, log, "two"));
            assertThat(observed.logLines())
                    .extracting(line -> line.get("cold_start"))
                    .containsExactly(true, false);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void log(ExecutorService pool, Logger log, String message) {
        CompletableFuture.runAsync(() -> log.info(message), pool).join();
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
