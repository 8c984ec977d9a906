package dev.warmpath.bench.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything is done but once, so that no figure means anything. */
@Tag("full")
@Timeout(300)
class PatternsIT {
    private static Workbench workbench;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workbench = Workbench.open(Path.of("../..").toAbsolutePath().normalize(), true);
    }

    @AfterAll
    static void close() throws IOException {
        workbench.close();
    }

    private static Stream<String> names() {
        return Patterns.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachTrialGivesARatioOfItsMainFigure(String name) throws IOException, InterruptedException {
        PatternResult result = Patterns.named(name).measure(workbench);

        assertThat(result.trials())
                .isNotEmpty()
                .allSatisfy(trial ->
                        assertThat(trial.ratio(trial.main(), trial.with())).isPresent());
    }
}
