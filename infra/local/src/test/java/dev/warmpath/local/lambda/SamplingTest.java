package dev.warmpath.local.lambda;

import static dev.warmpath.local.lambda.Probes.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.probe.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SamplingTest {
    @TempDir
    private Path folder;

    @Test
    void functionsShareTheOneRequestOfASecond() throws Exception {
        try (Probes probes = Probes.packaged(folder);
                Functions functions = probes.open(
                        probes.settings(),
                        withinOneSecond(probes),
                        probes.function(Command.class).named("First").traced(),
                        probes.function(Command.class).named("Second").traced())) {
            assertThat(answer(functions, "First", "\"trace\"")).endsWith("Sampled=1");
            assertThat(answer(functions, "Second", "\"trace\"")).endsWith("Sampled=0");
            assertThat(answer(functions, "First", "\"trace\"")).endsWith("Sampled=0");
        }
    }

    private static Surroundings withinOneSecond(Probes probes) {
        return new Surroundings(
                probes.traces(),
                probes.lines(),
                InvocationListener.NONE,
                () -> Instant.EPOCH,
                () -> 0.99,
                Duration.ofMinutes(1));
    }
}
