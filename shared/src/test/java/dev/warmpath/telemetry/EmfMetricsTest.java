package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricResolution;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

class EmfMetricsTest {
    private Observed observed;
    private Metrics metrics;

    @BeforeEach
    void observe() throws IOException {
        observed = Observed.onDemand();
        metrics = observed.metrics();
        metrics.setDefaultDimensions(DimensionSet.of("Service", "users"));
    }

    @AfterEach
    void close() {
        observed.close();
    }

    private Map<String, Object> onlyLine() {
        assertThat(observed.metricLines()).hasSize(1);
        return observed.metricLines().getFirst();
    }

    @Test
    void powertoolsOwnFactoryHandsOutTheSameMetrics() {
        MetricsFactory.getMetricsInstance().addMetric("Found", 1);
        metrics.flush();
        assertThat(onlyLine()).containsEntry("Found", 1.0);
    }

    @Test
    void aNameRecordedTwiceKeepsBothValues() {
        metrics.addMetric("Size", 1.5, MetricUnit.BYTES);
        metrics.addMetric("Size", 2, MetricUnit.BYTES);
        metrics.flush();
        assertThat(onlyLine()).containsEntry("Size", List.of(1.5, 2.0));
    }

    @Test
    void eachMetricHasItsUnitAndOnlyAFineOneItsResolution() {
        metrics.addMetric("Speed", 1, MetricUnit.BYTES_SECOND, MetricResolution.HIGH);
        metrics.addMetric("Plain", 1);
        metrics.flush();
        assertThat(Observed.directive(onlyLine()))
                .containsEntry("Namespace", "Shop")
                .containsEntry(
                        "Metrics",
                        List.of(
                                Map.of("Name", "Speed", "Unit", "Bytes/Second", "StorageResolution", 1),
                                Map.of("Name", "Plain", "Unit", "None")));
    }

    @Test
    void anAddedDimensionIsASetOfItsOwnAndEndsWithTheDocument() {
        metrics.addDimension("Tier", "gold");
        metrics.addMetric("Placed", 1);
        metrics.flush();
        metrics.addMetric("Placed", 2);
        metrics.flush();
        Map<String, Object> first = observed.metricLines().getFirst();
        assertThat(first).containsEntry("Service", "users").containsEntry("Tier", "gold");
        assertThat(Observed.directive(first)).containsEntry("Dimensions", List.of(List.of("Service"), List.of("Tier")));
        assertThat(Observed.directive(observed.metricLines().getLast()))
                .containsEntry("Dimensions", List.of(List.of("Service")));
    }

    @Test
    void defaultDimensionsCanBeReadReplacedAndCleared() {
        metrics.setDefaultDimensions(DimensionSet.of("Shop", "north"));
        assertThat(metrics.getDefaultDimensions().getDimensions()).isEqualTo(Map.of("Shop", "north"));
        metrics.addMetric("Placed", 1);
        metrics.clearDefaultDimensions();
        assertThat(metrics.getDefaultDimensions().getDimensions()).isEmpty();
        metrics.flush();
        assertThat(onlyLine()).doesNotContainKeys("Service", "Shop");
        assertThat(Observed.directive(onlyLine())).containsEntry("Dimensions", List.of(List.of()));
    }

    @Test
    void metadataKeepsItsTypeAndMakesNoMetric() {
        metrics.addMetadata("order", Map.of("id", "o-1", "lines", List.of(1, 2)));
        metrics.addMetadata("share", 0.5f);
        metrics.addMetric("Placed", 1);
        metrics.flush();
        assertThat(onlyLine())
                .containsEntry("order", Map.of("id", "o-1", "lines", List.of(1, 2)))
                .containsEntry("share", 0.5);
        assertThat((List<?>) Observed.directive(onlyLine()).get("Metrics")).hasSize(1);
    }

    @Test
    void noFieldStandsTwiceInADocument() {
        metrics.addMetadata("Placed", "metadata");
        metrics.addMetadata("Service", "metadata");
        metrics.addMetric("Placed", 1);
        metrics.flush();
        assertThat(onlyLine()).containsEntry("Placed", 1.0).containsEntry("Service", "users");
    }

    @Test
    void theTimeCanBeSetWithinWhatCloudWatchTakes() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        metrics.setTimestamp(yesterday);
        metrics.addMetric("Placed", 1);
        metrics.flush();
        assertThat((Map<?, ?>) onlyLine().get("_aws")).extracting("Timestamp").isEqualTo(yesterday.toEpochMilli());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics.setTimestamp(Instant.now().minus(Duration.ofDays(15))));
    }

    @Test
    void aDocumentApartInheritsAndLeavesTheOtherAsItWas() {
        metrics.addMetadata("order", "o-1");
        metrics.addMetric("Placed", 1);
        metrics.flushMetrics(apart -> {
            apart.addDimension("Tier", "gold");
            apart.addMetric("Apart", 2);
        });
        metrics.flush();
        assertThat(observed.metricLines("Apart").getFirst())
                .containsEntry("Service", "users")
                .containsEntry("order", "o-1")
                .doesNotContainKey("Placed");
        assertThat(observed.metricLines("Placed").getFirst()).doesNotContainKeys("Apart", "Tier");
    }

    @Test
    void aSingleMetricHasItsOwnNamespaceAndIfGivenDimensions() {
        metrics.flushSingleMetric("Sold", 1, MetricUnit.COUNT, "Sales", DimensionSet.of("Shop", "north"));
        metrics.flushSingleMetric("Sold", 2, MetricUnit.COUNT, "Sales", null);
        metrics.flushSingleMetric("Sold", 3, MetricUnit.COUNT, "Sales");
        assertThat(observed.metricLines())
                .extracting(line -> Observed.directive(line).get("Dimensions"))
                .containsExactly(List.of(List.of("Shop")), List.of(List.of("Service")), List.of(List.of("Service")));
        assertThat(observed.metricLines())
                .allSatisfy(line -> assertThat(Observed.directive(line)).containsEntry("Namespace", "Sales"));
    }

    @Test
    void aColdStartIsCapturedAtOnceAndOnlyInTheFirstInvocation() throws IOException {
        for (int i = 0; i < 2; i++) {
            observed.invoke((input, output, context) ->
                    metrics.captureColdStartMetric(context, DimensionSet.of("Captured", "yes")));
        }
        assertThat(observed.metricLines().stream().filter(line -> line.containsKey("Captured")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("ColdStart", 1.0)
                        .containsEntry("function_request_id", "request-1"));
    }

    @Test
    void aRestoreIsAColdStartThatPowertoolsWouldNotSee() throws IOException {
        try (Observed restored = Observed.snapStart()) {
            Metrics ofRestored = restored.metrics();
            restored.restore();
            restored.invoke(
                    (input, output, context) -> ofRestored.captureColdStartMetric(DimensionSet.of("Captured", "yes")));
            assertThat(restored.metricLines().stream().filter(line -> line.containsKey("Captured")))
                    .hasSize(1);
        }
    }

    @Test
    void disabledMetricsAreNotWrittenNorMissed() throws IOException {
        try (Observed disabled = new Observed(Map.of("POWERTOOLS_METRICS_DISABLED", "true"))) {
            Metrics ofDisabled = disabled.metrics();
            ofDisabled.setRaiseOnEmptyMetrics(true);
            disabled.invoke((input, output, context) -> ofDisabled.flushMetrics(apart -> apart.addMetric("Apart", 1)));
            assertThat(disabled.lines()).isEmpty();
        }
    }

    @Test
    void moreMetricsThanOneDocumentTakesFillSeveral() {
        for (int i = 0; i < 250; i++) {
            metrics.addMetric("Metric" + i, i);
        }
        metrics.flush();
        assertThat(observed.metricLines())
                .extracting(line -> ((List<?>) Observed.directive(line).get("Metrics")).size())
                .containsExactly(100, 100, 50);
    }

    @Test
    void moreValuesThanOneDocumentTakesFillSeveral() {
        for (int i = 0; i < 201; i++) {
            metrics.addMetric("Found", i);
        }
        metrics.addDimension("Tier", "gold");
        metrics.flush();
        assertThat(observed.metricLines().stream().mapToInt(EmfMetricsTest::foundValues))
                .containsExactly(100, 100, 1);
        assertThat(observed.metricLines()).allSatisfy(line -> assertThat(line).containsEntry("Tier", "gold"));
    }

    @Test
    void valuesOfSeveralThreadsAreAllKept() {
        runAll(8, () -> {
            for (int i = 0; i < 50; i++) {
                metrics.addMetric("Found", 1);
            }
        });
        metrics.flush();
        assertThat(observed.metricLines().stream()
                        .mapToInt(EmfMetricsTest::foundValues)
                        .sum())
                .isEqualTo(400);
    }

    private static void runAll(int count, Runnable work) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofVirtual().start(work));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted while metrics were recorded", e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatCloudWatchWouldRefuseIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics.addMetric("Share", value))
                .withMessageContaining("Share");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aNameThatCloudWatchWouldRefuseIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.addMetric(name, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.addMetric("n".repeat(256), 1));
    }

    @Test
    void aNameKeepsItsUnit() {
        metrics.addMetric("Size", 1, MetricUnit.BYTES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics.addMetric("Size", 1, MetricUnit.COUNT))
                .withMessageContaining("Size");
    }

    @Test
    void whatWouldBreakTheDocumentIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.addMetadata("_aws", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.addDimension(null));
        assertThatThrownBy(() -> metrics.flushMetrics(apart -> apart.setNamespace("no spaces")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int foundValues(Map<String, Object> line) {
        return switch (line.get("Found")) {
            case null -> 0;
            case List<?> values -> values.size();
            default -> 1;
        };
    }
}
