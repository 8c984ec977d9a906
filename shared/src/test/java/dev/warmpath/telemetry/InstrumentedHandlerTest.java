package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

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
    void eachInvocationWritesItsUseInOneLine() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(IDLE);
            observed.invoke(IDLE);
            assertThat(observed.useLines()).hasSize(2);
            assertThat(observed.useLines().getFirst())
                    .containsOnlyKeys("function_request_id", "cold_start", "Duration", "MemoryUsed")
                    .containsEntry("function_request_id", "request-1")
                    .containsEntry("cold_start", true);
            assertThat(observed.useLines().getLast()).containsOnlyKeys("function_request_id", "Duration", "MemoryUsed");
        }
    }

    @Test
    void theUseOfAnInvocationMakesNoMetricSoThatNoneIsBilled() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(IDLE);
            observed.invoke((input, output, context) -> observed.count("Found", 1));
            assertThat(observed.useLines().getFirst()).doesNotContainKey("_aws");
            assertThat(observed.useLines().getLast())
                    .containsKeys("Duration", "MemoryUsed")
                    .containsEntry("Service", "users");
            assertThat(Observed.directive(observed.useLines().getLast()))
                    .containsEntry("Metrics", List.of(Map.of("Name", "Found", "Unit", "Count")));
        }
    }

    @Test
    void aLineNamesItsTraceOnlyWhereXRayHasIt() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.sampled().invoke(IDLE);
            observed.unsampled().invoke(IDLE);
            assertThat(observed.useLines().getFirst()).containsEntry("xray_trace_id", Observed.TRACE_ID);
            assertThat(observed.useLines().getLast()).doesNotContainKey("xray_trace_id");
        }
    }

    @Test
    void theLineOfAnOrdinaryInvocationIsShort() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(IDLE);
            observed.invoke(IDLE);
            assertThat(observed.text().lines().toList().getLast())
                    .matches("\\{\"function_request_id\":\"request-1\",\"Duration\":[\\d.E-]+,\"MemoryUsed\":\\d+}");
        }
    }

    @Test
    void nothingIsWrittenWhereMetricsAreDisabled() throws IOException {
        try (Observed observed = new Observed(Map.of("POWERTOOLS_METRICS_DISABLED", "true"))) {
            observed.invoke(IDLE);
            assertThat(observed.lines()).isEmpty();
        }
    }

    @Test
    void whatTheHandlerRecordsIsWrittenWhenItEnds() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.metrics();
            observed.invoke((input, output, context) -> metrics.addMetric("UsersCreated", 1, MetricUnit.COUNT));
            assertThat(observed.metricLines("UsersCreated")).hasSize(1);
            assertThat(observed.metricLines("UsersCreated").getFirst())
                    .containsEntry("Service", "users")
                    .containsEntry("function_request_id", "request-1")
                    .containsEntry("UsersCreated", 1.0)
                    .doesNotContainKeys("Duration", "ColdStart");
        }
    }

    @Test
    void whatIsCountedStandsSummedUpInTheLineOfTheInvocationsUse() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke((input, output, context) -> {
                observed.count("CacheL1Hits", 2);
                observed.count("CacheL1Hits", 3);
            });
            observed.invoke(IDLE);
            assertThat(observed.useLines().getFirst())
                    .containsEntry("CacheL1Hits", 5.0)
                    .containsEntry("FunctionName", "GetUser");
            assertThat(Observed.directive(observed.useLines().getFirst()))
                    .extractingByKey("Metrics")
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .containsExactly(Map.of("Name", "CacheL1Hits", "Unit", "Count"));
            assertThat(observed.metricLines("CacheL1Hits")).hasSize(1);
        }
    }

    @Test
    void nothingIsMadeOfACountOfZero() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke((input, output, context) -> observed.count("Failed", 0));
            assertThat(observed.useLines().getFirst()).doesNotContainKeys("_aws", "Failed");
        }
    }

    @Test
    void countsOfSeveralThreadsAreAllKept() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke((input, output, context) -> countInThreads(observed));
            assertThat(observed.useLines().getFirst()).containsEntry("Found", 8_000.0);
        }
    }

    private static void countInThreads(Observed observed) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(thread ->
                            threads.submit(() -> IntStream.range(0, 1_000).forEach(i -> observed.count("Found", 1))));
        }
    }

    @Test
    void whatIsCountedBetweenInvocationsIsNotWritten() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.count("Found", 1);
            observed.invoke(IDLE);
            observed.count("Found", 1);
            observed.invoke(IDLE);
            assertThat(observed.useLines()).hasSize(2);
            assertThat(observed.metricLines("Found")).isEmpty();
        }
    }

    @Test
    void whatAFailedInvocationCountedIsWrittenToo() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> {
                        observed.count("Found", 1);
                        throw new IOException("cut");
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(observed.metricLines("Found").getFirst()).containsEntry("Errors", 1);
        }
    }

    @Test
    void theNamespaceAndDimensionsThatAHandlerChoosesAreNotThoseOfItsUse() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.metrics();
            metrics.setNamespace("Sales");
            metrics.setDefaultDimensions(DimensionSet.of("Shop", "north"));
            observed.invoke((input, output, context) -> {
                metrics.addMetric("Sold", 1);
                observed.count("Found", 1);
            });
            assertThat(observed.metricLines("Sold").getFirst())
                    .containsEntry("Shop", "north")
                    .doesNotContainKey("Service");
            assertThat(Observed.directive(observed.metricLines("Sold").getFirst()))
                    .containsEntry("Namespace", "Sales");
            assertThat(Observed.directive(observed.useLines().getFirst()))
                    .containsEntry("Namespace", "Shop")
                    .containsEntry("Dimensions", List.of(List.of("Service", "FunctionName")));
        }
    }

    @Test
    void anInvocationThatRecordsNothingFailsOnlyWhereAsked() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.metrics();
            observed.invoke(IDLE);
            metrics.setRaiseOnEmptyMetrics(true);
            assertThatThrownBy(() -> observed.invoke(IDLE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("No metrics were recorded");
            assertThat(observed.useLines("Errors")).hasSize(1);
        }
    }

    @Test
    void theFailureOfTheHandlerIsNotHiddenByThatOfItsMetrics() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.metrics().setRaiseOnEmptyMetrics(true);
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> {
                        throw new IOException("out of order");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasSuppressedException(new IllegalStateException(
                            "No metrics were recorded, although setRaiseOnEmptyMetrics asks for some"));
        }
    }

    @Test
    void onlyTheFirstInvocationOnDemandIsAColdStart() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Logger log = observed.instruments().logger("start");
            observed.invoke((input, output, context) -> log.info("first"));
            observed.invoke((input, output, context) -> log.info("second"));
            assertThat(observed.metricLines("ColdStart")).hasSize(1);
            assertThat(observed.metricLines("ColdStart").getFirst())
                    .containsEntry("ColdStart", 1.0)
                    .containsEntry("InitType", "on-demand");
            assertThat(observed.logLines())
                    .extracting(line -> line.get("cold_start"))
                    .containsExactly(true, false);
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
            assertThat(observed.useLines()).hasSize(1);
            assertThat(observed.segment()).containsEntry("trace_id", Observed.TRACE_ID);
        }
    }

    @Test
    void theFirstInvocationAfterARestoreIsAColdStartAlthoughPrimingCameBefore() throws IOException {
        try (Observed observed = Observed.snapStart()) {
            Logger log = observed.instruments().logger("start");
            observed.invoke(IDLE);
            observed.restore();
            observed.invoke((input, output, context) -> log.info("first"));
            observed.invoke((input, output, context) -> log.info("second"));
            assertThat(observed.metricLines("ColdStart")).hasSize(1);
            assertThat(observed.metricLines("ColdStart").getFirst()).containsEntry("InitType", "snap-start");
            assertThat(observed.logLines())
                    .extracting(line -> line.get("cold_start"))
                    .containsExactly(true, false);
        }
    }

    @Test
    void anEnvironmentStartedAheadOfDemandHasNoColdStart() throws IOException {
        try (Observed observed = new Observed(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency"))) {
            observed.invoke(IDLE);
            assertThat(observed.metricLines("ColdStart")).isEmpty();
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
            assertThat(observed.useLines("Errors").getFirst())
                    .containsEntry("Errors", 1)
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
            assertThat(observed.useLines("Errors").getFirst()).containsEntry("Errors", 1);
        }
    }

    @Test
    void nothingOfAFailedInvocationReachesTheNextOne() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.metrics();
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> {
                        MDC.put("order", "o-1");
                        metrics.addMetadata("order", "o-1");
                        metrics.addMetric("Placed", 1);
                        observed.count("Found", 1);
                        throw new IllegalStateException("no stock");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            observed.invoke((input, output, context) ->
                    observed.instruments().logger("next").info("next"));
            assertThat(observed.logLines().getFirst()).containsEntry("order", "o-1");
            assertThat(observed.logLines().getLast()).doesNotContainKey("order");
            assertThat(observed.metricLines("Placed")).hasSize(1);
            assertThat(observed.useLines().getLast()).doesNotContainKeys("Placed", "Found", "Errors", "order");
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
            assertThat(observed.useLines()).hasSize(1);
        }
    }

    @Test
    void metricsNameTheirNamespaceDimensionsAndUnits() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            observed.invoke(IDLE);
            Map<String, Object> start =
                    Observed.directive(observed.metricLines("ColdStart").getFirst());
            assertThat(start)
                    .containsEntry("Dimensions", List.of(List.of("Service", "FunctionName", "InitType")))
                    .containsEntry("Metrics", List.of(Map.of("Name", "ColdStart", "Unit", "Count")));
        }
    }
}
