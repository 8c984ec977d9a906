package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.telemetry.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheMetricsTest {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(console);
    }

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

        assertThat(linesWith("\"Duration\""))
                .singleElement()
                .asString()
                .contains("\"CacheL1Hits\":2.0", "\"CacheL1Misses\":2.0", "\"CacheL2Hits\":2.0")
                .contains("\"CacheL2StaleAvoided\":1.0", "\"CacheL2BreakerOpen\":2.0")
                .doesNotContain("CacheL2Misses", "CacheL1StaleAvoided", "CacheL2Failures");
    }

    @Test
    void aFailureOfALevelIsCountedAndLogged() throws IOException {
        invoke(metrics -> metrics.failed("L2", new IllegalStateException("cut")));

        assertThat(linesWith("\"CacheL2Failures\":1.0")).hasSize(1);
        assertThat(linesWith("Cache level L2 failed and is left out"))
                .singleElement()
                .asString()
                .contains("WARN", "cut");
    }

    private static void invoke(Consumer<CacheMetrics> caches) throws IOException {
        Events.call(Telemetry.around((input, output, context) -> caches.accept(new CacheMetrics())), "{}");
    }

    private List<String> linesWith(String text) {
        return written.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }
}
