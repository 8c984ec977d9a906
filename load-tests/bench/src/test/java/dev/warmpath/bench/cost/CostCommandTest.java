package dev.warmpath.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.usage.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CostCommandTest {
    private static final String PRICES = "--prices=../prices/us-east-1.yaml";

    @TempDir
    private Path folder;

    private record Ran(int exitCode, String out, String err) {}

    @Test
    void printsBothSidesItemByItemWithTheirRatios() throws IOException {
        Ran ran = run(saved(false, Model.OPEN), PRICES);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("prices of us-east-1 looked up on 2026-11-20", "26,280,000 requests a month (10.0 a second)")
                .containsPattern("HTTP API requests \\(\\*\\) +requests +1,000,000 +1\\.0000 +26\\.28 +1,000,000")
                .containsPattern("Lambda duration +GB-s +30,000 +0\\.4000 +10\\.51 +30,000 +0\\.4000 +10\\.51 +1\\.000")
                .containsPattern("Total +\\d")
                .containsPattern("Without what is fixed \\(\\*\\) +\\d")
                .doesNotContain("Memory:");
    }

    @Test
    void chargesTheClosedModelOfAShortRunAndSaysThatItProvesNothing() throws IOException {
        Ran ran = run(saved(true, Model.CLOSED), PRICES);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("by a short run, which proves nothing");
    }

    @Test
    void moreTrafficMakesWhatIsChargedByTheMonthCheaper() throws IOException {
        Ran ran = run(saved(false, Model.OPEN), PRICES, "--requests-per-month=3000000");

        assertThat(ran.out())
                .contains("3,000,000 requests a month (1.1 a second)")
                .containsPattern("CloudWatch custom metrics +metric-months +1\\.000 +0\\.3000 +0\\.90");
    }

    @Test
    void anotherMemorySizeChangesGigabyteSecondsAloneAndWarnsOfLessThanWasUsed() throws IOException {
        Ran ran = run(saved(false, Model.OPEN), PRICES, "--memory=ALL=1024", "--memory=PlaceOrder=128");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                // 4 s of an eighth of a gigabyte and 1 s of a whole one.
                .containsPattern("Lambda duration +GB-s +15,000 ")
                .containsPattern("DynamoDB writes +WRU +4,000,000 +2\\.5000")
                .contains("Durations are as measured")
                .contains("Warning: optimised PlaceOrder used 200 MB at most: it would not run with 128 MB.")
                .doesNotContain("FulfilOrders used");
    }

    @Test
    void aRunThatIsNotThereIsNamedTogetherWithTheCommandThatMakesOne() {
        Ran ran = run(folder.resolve("latest.json"), PRICES);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualToIgnoringNewLines(
                        "warmpath: There is no " + folder.resolve("latest.json") + "; run ./warmpath bench first.");
    }

    @Test
    void aFileThatIsNoRunIsRefused() throws IOException {
        Ran text = run(Files.writeString(folder.resolve("run.json"), "no JSON"), PRICES);
        Ran another = run(Files.writeString(folder.resolve("run.json"), "{\"races\": []}"), PRICES);

        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.err()).contains("is not a run of ./warmpath bench").doesNotContain("\tat ");
        assertThat(another.exitCode()).isEqualTo(1);
        assertThat(another.err()).contains("it has no rounds.");
    }

    @Test
    void aRunWithoutRoundsToChargeIsRefused() throws IOException {
        Ran ran = run(saved(false, Model.CLOSED), PRICES);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("no round of OPTIMISED", "model OPEN");
    }

    @Test
    void wrongPricesAreRefused() throws IOException {
        Ran ran = run(saved(false, Model.OPEN), "--prices=" + folder.resolve("elsewhere.yaml"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("elsewhere.yaml cannot be read");
    }

    @Test
    void wrongOptionsAreRefusedWithTheUsage() throws IOException {
        Path run = saved(false, Model.OPEN);

        for (String option : List.of(
                "--requests-per-month=0",
                "--requests-per-month=many",
                "--memory=PlaceOrder=64",
                "--memory=ALL=20480",
                "--memory=PlaceOrder",
                "--memory=NoSuchFunction=512")) {
            Ran ran = run(run, PRICES, option);
            assertThat(ran.exitCode()).as(option).isEqualTo(2);
            assertThat(ran.err()).as(option).contains("Usage: ./warmpath cost");
        }
    }

    private Path saved(boolean quick, Model model) throws IOException {
        List<Round> rounds = new ArrayList<>();
        for (Side side : Side.values()) {
            rounds.add(round(1, side, model, Setting.ENGINES_AS_THEY_ARE, Uses.small()));
            rounds.add(round(2, side, model, Setting.ENGINES_AS_THEY_ARE, Uses.small()));
            // Not charged, so that it may be as dear as it likes.
            rounds.add(round(
                    3,
                    side,
                    model,
                    Setting.MODELLED_LATENCIES,
                    new Usage(1, Uses.small().functions(), 0, 0, 0)));
        }
        Results results = new Results("2026-11-20T20:00:00Z", quick, Map.of(), Map.of(), rounds, List.of(), List.of());
        Map<String, Object> document = new LinkedHashMap<>(JSON.std.mapFrom(JSON.std.asString(results)));
        document.put("headline", Map.of("cost", 0.3));
        Path file = folder.resolve("saved.json");
        JSON.std.write(document, file.toFile());
        return file;
    }

    private static Round round(int number, Side side, Model model, Setting setting, Usage usage) {
        return new Round(setting, model, number, side, true, 8, 8, 30, Map.of(), List.of(), usage);
    }

    private static Ran run(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                CostCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments.toArray(String[]::new));
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
