package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class InstrumentedHandlerTest {
    private static final RequestStreamHandler IDLE = (input, output, context) -> {};

    @Test
    void theAnswerOfTheHandlerIsLeftAsItIs() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            assertThat(observed.invoke((input, output, context) -> output.write('x')))
                    .isEqualTo("x");
        }
    }

    @Test
    void eachInvocationWritesItsMetricsInOneLine() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(
                    (input, output, context) -> observed.instruments().metrics().count("UsersCreated"));
            assertThat(observed.lines()).hasSize(1);
            assertThat(observed.lines().getFirst())
                    .containsEntry("Service", "users")
                    .containsEntry("FunctionName", "GetUser")
                    .containsEntry("function_request_id", "request-1")
                    .containsEntry("UsersCreated", 1.0)
                    .containsEntry("ColdStart", 1.0)
                    .containsKeys("Duration", "MemoryUsed")
                    .doesNotContainKey("Errors");
        }
    }

    @Test
    void onlyTheFirstInvocationOnDemandIsAColdStart() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(IDLE);
            observed.invoke(IDLE);
            assertThat(observed.metricLines().getFirst())
                    .containsEntry("ColdStart", 1.0)
                    .containsEntry("InitType", "on-demand");
            assertThat(observed.metricLines().getLast()).doesNotContainKey("ColdStart");
        }
    }

    @Test
    void nothingIsWrittenOrSentBeforeTheCheckpoint() throws IOException {
        try (Observed observed = Observed.snapStart().sampled()) {
            Logger log = observed.instruments().logger("priming");
            observed.invoke((input, output, context) -> log.info("primed"));
            observed.restore();
            observed.invoke(IDLE);
            assertThat(observed.logLines()).isEmpty();
            assertThat(observed.metricLines()).hasSize(1);
            assertThat(observed.segment()).containsEntry("trace_id", Observed.TRACE_ID);
        }
    }

    @Test
    void theFirstInvocationAfterARestoreIsAColdStartAlthoughPrimingCameBefore() throws IOException {
        try (Observed observed = Observed.snapStart()) {
            observed.invoke(IDLE);
            observed.restore();
            observed.invoke(IDLE);
            observed.invoke(IDLE);
            assertThat(observed.metricLines().getFirst())
                    .containsEntry("ColdStart", 1.0)
                    .containsEntry("InitType", "snap-start");
            assertThat(observed.metricLines().getLast()).doesNotContainKey("ColdStart");
        }
    }

    @Test
    void anEnvironmentStartedAheadOfDemandHasNoColdStart() throws IOException {
        try (Observed observed = new Observed(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency"))) {
            observed.invoke(IDLE);
            assertThat(observed.metricLines().getFirst()).doesNotContainKey("ColdStart");
        }
    }

    @Test
    void aFailureIsLoggedCountedAndThrownOn() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            IOException failure = new IOException("out of order");
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(observed.metricLines().getFirst())
                    .containsEntry("Errors", 1.0)
                    .containsKey("Duration");
            assertThat(observed.logLines().getFirst())
                    .containsEntry("level", "ERROR")
                    .containsEntry("message", "The handler failed");
            assertThat(observed.logLines().getFirst().get("error"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("name", "java.io.IOException")
                    .containsEntry("message", "out of order");
        }
    }

    @Test
    void anErrorOfTheVirtualMachineIsCountedToo() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(observed.metricLines().getFirst()).containsEntry("Errors", 1.0);
        }
    }

    @Test
    void nothingOfAFailedInvocationReachesTheNextOne() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> {
                        MDC.put("order", "o-1");
                        observed.instruments().metrics().property("order", "o-1");
                        observed.instruments().metrics().count("Placed");
                        throw new IllegalStateException("no stock");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            observed.invoke((input, output, context) ->
                    observed.instruments().logger("next").info("next"));
            assertThat(observed.logLines().getFirst()).containsEntry("order", "o-1");
            assertThat(observed.logLines().getLast()).doesNotContainKey("order");
            assertThat(observed.metricLines().getLast()).doesNotContainKeys("Placed", "Errors", "order");
        }
    }

    @Test
    void outsideOfLambdaTheWholeWorksWithItsDefaults() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Logger log = LoggerFactory.getLogger(InstrumentedHandlerTest.class);
            RequestStreamHandler handler = Telemetry.around((input, output, context) -> log.info("Found {}", 2));
            handler.handleRequest(null, null, new TestContext());
            assertThat(observed.logLines().getFirst())
                    .containsEntry("message", "Found 2")
                    .containsEntry("function_request_id", "request-1");
            assertThat(observed.metricLines()).hasSize(1);
        }
    }

    @Test
    void metricsNameTheirNamespaceDimensionsAndUnits() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(IDLE);
            Map<?, ?> header = (Map<?, ?>) observed.metricLines().getFirst().get("_aws");
            Map<?, ?> start = (Map<?, ?>) ((List<?>) header.get("CloudWatchMetrics")).getFirst();
            Map<?, ?> use = (Map<?, ?>) ((List<?>) header.get("CloudWatchMetrics")).getLast();
            assertThat(start.get("Dimensions")).isEqualTo(List.of(List.of("Service", "FunctionName", "InitType")));
            assertThat(start.get("Metrics")).isEqualTo(List.of(Map.of("Name", "ColdStart", "Unit", "Count")));
            assertThat(use.get("Namespace")).isEqualTo("Shop");
            assertThat(use.get("Dimensions")).isEqualTo(List.of(List.of("Service", "FunctionName")));
            assertThat((List<?>) use.get("Metrics"))
                    .element(0)
                    .isEqualTo(Map.of("Name", "Duration", "Unit", "Milliseconds"));
        }
    }
}
