package dev.warmpath.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.bench.usage.ModelledLatencies.Modelled;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Latency.LogNormal;
import dev.warmpath.local.frontdoor.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelledLatenciesTest {
    @Test
    void eachServiceHasASourceAndAPercentileAboveItsMedian() {
        assertThat(ModelledLatencies.read().services()).containsOnlyKeys("dynamodb", "sqs", "s3");
        assertThat(ModelledLatencies.read().services().values()).allSatisfy(modelled -> {
            assertThat(modelled.source()).contains("https://");
            assertThat(modelled.p50()).isPositive();
            assertThat(modelled.p99()).isGreaterThan(modelled.p50());
        });
    }

    @Test
    void areOnlyPutOnServicesThatTheRunHas() throws IOException {
        ModelledLatencies latencies = new ModelledLatencies(
                Map.of("dynamodb", new Modelled(2.5, 10, true, "-"), "sqs", new Modelled(8, 50, true, "-")));

        try (FrontDoor door =
                FrontDoor.open(List.of(Service.dynamoDb(URI.create("http://127.0.0.1:1"))), error -> {})) {
            latencies.putOn(door);

            assertThat(door.latencies().all())
                    .isEqualTo(Map.of("dynamodb", new LogNormal(Duration.ofNanos(2_500_000), Duration.ofMillis(10))));
        }
    }

    @Test
    void valuesWithoutASourceAreRefused() {
        assertThatThrownBy(() -> ModelledLatencies.of(Map.of("sqs", Map.of("p50", 1, "p99", 2, "assumed", true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives sqs no p50, p99, assumed and source");
    }
}
