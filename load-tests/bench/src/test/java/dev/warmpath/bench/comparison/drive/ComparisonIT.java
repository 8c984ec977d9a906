package dev.warmpath.bench.comparison.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, with a few requests of each kind. */
@Tag("full")
class ComparisonIT {
    private static final int ROUTES = 16;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aRunIsCompleteOnBothSides() throws IOException, InterruptedException {
        StringWriter out = new StringWriter();

        new ComparisonCommand(Path.of("../..").toRealPath(), SmallPlan.make(), new PrintWriter(out, true)).run(folder);

        Results results = Report.read(folder.resolve("latest.json"));
        assertThat(results.rounds()).hasSize(6).allSatisfy(ComparisonIT::assertComplete);
        assertThat(results.starts())
                .hasSize(2)
                .allSatisfy(start -> assertThat(start.coldMilliseconds()).hasSize(1));
        assertThat(results.artefacts()).extracting("side").contains(Side.OPTIMISED, Side.BASELINE);
        assertThat(requestsOf(results, Side.OPTIMISED, 1)).isEqualTo(requestsOf(results, Side.BASELINE, 1));
        assertThat(results.rounds().getFirst().milliseconds()).hasSize(ROUTES);
        assertThat(folder.resolve("latest.html")).isRegularFile();
        assertThat(out.toString()).contains("warm-up, not measured", "open model", "closed model", "Raw values");
    }

    private static void assertComplete(Round round) {
        assertThat(round.seconds()).isPositive();
        assertThat(round.callers()).isPositive();
        assertThat(round.usage().requests())
                .isEqualTo(round.milliseconds().values().stream()
                        .mapToInt(List::size)
                        .sum());
        assertThat(round.usage().functions().values()).anyMatch(function -> function.billedMilliseconds() > 0);
    }

    private static List<Integer> requestsOf(Results results, Side side, int number) {
        return results.rounds().stream()
                .filter(round -> round.side() == side && round.number() == number)
                .flatMap(round -> round.milliseconds().values().stream())
                .map(List::size)
                .toList();
    }
}
