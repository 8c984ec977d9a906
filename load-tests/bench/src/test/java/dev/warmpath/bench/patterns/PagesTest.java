package dev.warmpath.bench.patterns;

import static dev.warmpath.bench.patterns.Trials.latencies;
import static dev.warmpath.bench.patterns.Trials.result;
import static dev.warmpath.bench.patterns.Trials.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir
    private Path folder;

    private Path page;
    private final PatternReport report = new PatternReport(
            Instant.parse("2026-11-20T23:59:00Z"),
            List.of(result(latencies(way("no cache", 2, 2), way("cache", 0.25, 0.5)))));

    @BeforeEach
    void name() {
        page = folder.resolve("l1-cache.md");
    }

    @Test
    void theWorthReplacesWhatStandsBetweenTheMarkers() throws IOException {
        Files.writeString(page, "# L1\n<!-- worth -->\nold\n<!-- /worth -->\nrest\n");

        new Pages(folder).write(report);

        assertThat(page)
                .content()
                .startsWith("# L1\n<!-- worth -->\nPays: **yes**.\n")
                .contains("| warm | no cache | cache | ratio (spread) |\n|---|---|---|---|\n")
                .contains("| latency p50 | 2.00 ms | 0.250 ms | 0.125x (0.125 to 0.250) |\n")
                .contains("| calls | – | – | – |\n")
                .contains("`./warmpath bench patterns l1-cache` on 2026-11-20: ")
                .endsWith("\n<!-- /worth -->\nrest\n")
                .doesNotContain("old");
    }

    @Test
    void writingTwiceIsTheSameAsWritingOnce() throws IOException {
        Files.writeString(page, "<!-- worth --><!-- /worth -->");
        new Pages(folder).write(report);
        String once = Files.readString(page);

        new Pages(folder).write(report);

        assertThat(page).hasContent(once);
    }

    @Test
    void aMissingPageIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Pages(folder).write(report))
                .withMessage("The pattern l1-cache has no page; write " + page + ".");
    }

    @Test
    void aPageWithoutMarkersIsNamedAndLeftAsItIs() throws IOException {
        Files.writeString(page, "# L1\n<!-- /worth -->\n<!-- worth -->\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Pages(folder).write(report))
                .withMessageStartingWith(page + " has no place");
        assertThat(page).hasContent("# L1\n<!-- /worth -->\n<!-- worth -->");
    }
}
