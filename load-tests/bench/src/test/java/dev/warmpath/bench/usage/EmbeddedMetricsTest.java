package dev.warmpath.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMetricsTest {
    private static final String LINE = """
            {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Warmpath","Dimensions":[["service","stage"],[]],\
            "Metrics":[{"Name":"Hits","Unit":"Count"},{"Name":"Misses"}]}]},"service":"users","stage":"dev","Hits":1,\
            "Misses":0}""";

    @Test
    void eachNameIsAMetricForEachSetOfDimensions() {
        assertThat(EmbeddedMetrics.areIn(LINE)).isTrue();
        assertThat(EmbeddedMetrics.of(LINE))
                .containsExactly(
                        "Warmpath Hits service=users,stage=dev",
                        "Warmpath Hits",
                        "Warmpath Misses service=users,stage=dev",
                        "Warmpath Misses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_aws\":",
                "{\"_aws\":1}",
                "{\"_aws\":{\"CloudWatchMetrics\":{}}}",
                "{\"_aws\":{\"CloudWatchMetrics\":[1]}}",
                "{\"message\":\"\\\"_aws\\\"\"}"
            })
    void whatIsNoSuchDocumentHasNone(String line) {
        assertThat(EmbeddedMetrics.of(line)).isEmpty();
    }

    @Test
    void linesOfTextAreNotRead() {
        assertThat(EmbeddedMetrics.areIn("a line with \"_aws\"")).isFalse();
        assertThat(EmbeddedMetrics.areIn("{\"level\":\"INFO\"}")).isFalse();
    }
}
