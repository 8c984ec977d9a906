package dev.warmpath.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CacheMetricsTest {
    @RegisterExtension
    private final Console console = new Console();

    @Test
    void whatCachesDoIsCountedInTheLineOfTheInvocation() throws IOException {
        invoke(metrics -> {
            metrics.asked("L1", 1, 2);
            metrics.asked("L1", 1, 0);
            metrics.asked("L2", 2, 0);
            metrics.staleAvoided("L2", 1);
            metrics.skipped("L2");
            metrics.skipped("L2");
        });

        assertThat(console.linesWith("\"Duration\""))
                .singleElement()
                .asString()
                .contains("\"CacheL1Hits\":2.0", "\"CacheL1Misses\":2.0", "\"CacheL2Hits\":2.0")
                .contains("\"CacheL2StaleAvoided\":1.0", "\"CacheL2BreakerOpen\":2.0")
                .doesNotContain("CacheL2Misses", "CacheL1StaleAvoided", "CacheL2Failures");
    }

    @Test
    void aFailureOfALevelIsCountedAndLogged() throws IOException {
        invoke(metrics -> metrics.failed("L2", new IllegalStateException("cut")));

        assertThat(console.linesWith("\"CacheL2Failures\":1.0")).hasSize(1);
        assertThat(console.linesWith("Cache level L2 failed and is left out"))
                .singleElement()
                .asString()
                .contains("WARN", "cut");
    }

    private static void invoke(Consumer<CacheMetrics> caches) throws IOException {
        Console.invoke(Telemetry.around((input, output, context) -> caches.accept(new CacheMetrics())), "{}");
    }
}
