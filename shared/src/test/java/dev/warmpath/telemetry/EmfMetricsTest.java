package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmfMetricsTest {
    @Test
    void aNameRecordedTwiceKeepsBothValues() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.instruments().metrics();
            observed.invoke((input, output, context) -> {
                metrics.add("Bytes", 1.5, Metrics.Unit.BYTES);
                metrics.add("Bytes", 2, Metrics.Unit.BYTES);
            });
            assertThat(observed.metricLines().getFirst()).containsEntry("Bytes", List.of(1.5, 2.0));
        }
    }

    @Test
    void moreMetricsThanOneDocumentTakesFillSeveral() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.instruments().metrics();
            observed.invoke((input, output, context) -> {
                for (int i = 0; i < 250; i++) {
                    metrics.count("Metric" + i);
                }
            });
            assertThat(observed.metricLines())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(metricCount(line)).isBetween(1, EmfMetrics.LIMIT));
            assertThat(observed.metricLines().stream()
                            .mapToInt(EmfMetricsTest::metricCount)
                            .sum())
                    .isGreaterThanOrEqualTo(250);
        }
    }

    @Test
    void moreValuesThanOneDocumentTakesFillSeveral() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.instruments().metrics();
            observed.invoke((input, output, context) -> {
                for (int i = 0; i < 201; i++) {
                    metrics.count("Found");
                }
            });
            assertThat(observed.metricLines().stream().mapToInt(EmfMetricsTest::foundValues))
                    .containsExactly(100, 100, 1);
        }
    }

    @Test
    void valuesOfSeveralThreadsAreAllKept() throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.instruments().metrics();
            observed.invoke((input, output, context) -> runAll(8, () -> {
                for (int i = 0; i < 50; i++) {
                    metrics.count("Found");
                }
            }));
            assertThat(observed.metricLines().stream()
                            .mapToInt(EmfMetricsTest::foundValues)
                            .sum())
                    .isEqualTo(400);
        }
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
    void aValueThatCloudWatchWouldRefuseIsRefused(double value) throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.instruments().metrics();
            assertThatThrownBy(() -> metrics.add("Share", value, Metrics.Unit.PERCENT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Share");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aNameThatCloudWatchWouldRefuseIsRefused(String name) throws IOException {
        try (Observed observed = Observed.onDemand()) {
            Metrics metrics = observed.instruments().metrics();
            assertThatThrownBy(() -> metrics.count(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> metrics.count("n".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int foundValues(Map<String, Object> line) {
        return switch (line.get("Found")) {
            case null -> 0;
            case List<?> values -> values.size();
            default -> 1;
        };
    }

    private static int metricCount(Map<String, Object> line) {
        List<?> directives = (List<?>) ((Map<?, ?>) line.get("_aws")).get("CloudWatchMetrics");
        return directives.stream()
                .mapToInt(directive -> ((List<?>) ((Map<?, ?>) directive).get("Metrics")).size())
                .max()
                .orElse(0);
    }
}
