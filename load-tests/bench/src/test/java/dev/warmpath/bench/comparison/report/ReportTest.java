package dev.warmpath.bench.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.cost.Prices;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Prices PRICES = Prices.read(Path.of("../prices/us-east-1.yaml"));
    private static final Results FULL = PlausibleResults.full(1);

    @TempDir
    private static Path folder;

    private static Report report;

    @BeforeAll
    static void write() throws IOException {
        report = Report.of(FULL, PRICES);
        report.write(folder);
    }

    @Test
    void rawValuesAreReadBackAsTheyWere() throws IOException {
        assertThat(Report.read(folder.resolve("latest.json"))).isEqualTo(FULL);
    }

    @Test
    void savedRunGivesTheSameTables() throws IOException {
        assertThat(printed(Report.of(Report.read(folder.resolve("latest.json")), PRICES)))
                .isEqualTo(printed(report));
    }

    @Test
    void headlineHoldsARatioForEachFigure() throws IOException {
        assertThat(headline())
                .containsKeys(
                        "p99", "mean", "throughput", "cost", "costWithoutFixed", "cold", "restoreParked", "spread")
                .containsKeys("withoutScans", "overRoutes", "modelled");
    }

    @Test
    void percentileOfTooFewSamplesIsEmptyInTheDocument() throws IOException {
        Map<String, Object> document =
                JSON.std.mapFrom(folder.resolve("latest.json").toFile());
        List<?> routes = (List<?>) entries(document.get("routes")).get("ENGINES_AS_THEY_ARE");
        Map<Object, Object> last = entries(routes.getLast());

        assertThat(entries(last.get("optimised"))).containsEntry("p99", null);
        assertThat(entries(last.get("optimised")).get("mean")).isNotNull();
        assertThat(last.get("p99Ratio")).isNull();
    }

    @Test
    void tablesFitIntoATerminalOf110Columns() {
        assertThat((printed(report) + report.against(report)).lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void runAgreesWithItself() {
        assertThat(report.against(report)).doesNotContain("  no\n");
    }

    @Test
    void shortRunSaysThatItIsNoProof() {
        assertThat(printed(Report.of(PlausibleResults.quick(1), PRICES)))
                .contains("Headline: engines as they are, closed model (short run, no proof)");
    }

    @Test
    void pageLoadsNothingFromElsewhere() throws IOException {
        assertThat(Files.readString(folder.resolve("latest.html")).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "src=", "@import", "url(");
    }

    @Test
    void namesCannotBreakOutOfThePage() throws IOException {
        Results named = new Results(
                "<script>alert(1)</script>",
                FULL.quick(),
                Map.of("os", "\"><img>"),
                FULL.plan(),
                FULL.rounds(),
                FULL.starts(),
                FULL.artefacts());
        Report.of(named, PRICES).draw(folder.resolve("named"));

        assertThat(Files.readString(folder.resolve("named/latest.html"))).doesNotContain("<script", "<img");
    }

    @Test
    void roundOfOneSideAloneIsRefused() {
        Results alone = new Results(
                FULL.measuredAt(),
                FULL.quick(),
                FULL.machine(),
                FULL.plan(),
                FULL.rounds().stream()
                        .filter(round -> round.side() == Side.BASELINE)
                        .toList(),
                FULL.starts(),
                FULL.artefacts());

        assertThatThrownBy(() -> Report.of(alone, PRICES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was run by BASELINE alone");
    }

    @Test
    void fileThatIsNoRunIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThatThrownBy(() -> Report.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no saved run");
    }

    private static Map<Object, Object> headline() throws IOException {
        return entries(JSON.std.mapFrom(folder.resolve("latest.json").toFile()).get("headline"));
    }

    private static Map<Object, Object> entries(Object map) {
        return new LinkedHashMap<>((Map<?, ?>) map);
    }

    private static String printed(Report report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        return text.toString();
    }
}
