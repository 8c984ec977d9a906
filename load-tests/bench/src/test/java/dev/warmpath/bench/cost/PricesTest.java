package dev.warmpath.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    private static final Path US_EAST_1 = Prices.defaultFile(Path.of("../.."));

    @TempDir
    private Path folder;

    @Test
    void everyPriceOfTheDefaultFileNamesItsUnitItsDateAndItsSource() {
        Prices prices = Prices.read(US_EAST_1);

        assertThat(prices.region()).isEqualTo("us-east-1");
        assertThat(prices.byRate()).containsOnlyKeys(Rate.values());
        assertThat(prices.byRate().values()).allSatisfy(price -> {
            assertThat(price.unit()).isNotBlank();
            assertThat(LocalDate.parse(price.date())).isAfter("2026-01-01");
            assertThat(price.source()).startsWith("https://aws.amazon.com/");
        });
    }

    @Test
    void everyPriceOfTheDefaultFileSaysHowItWasChecked() throws IOException {
        long checked = Files.readAllLines(US_EAST_1).stream()
                .filter(line -> line.strip().startsWith("checked: "))
                .count();

        assertThat(checked).isEqualTo(Rate.values().length);
    }

    @Test
    void theOldestDateIsThatOfThePriceLookedUpLongestAgo() throws IOException {
        Path file = changed("date: 2026-11-20", "date: 2025-02-03");

        assertThat(Prices.read(file).oldest()).isEqualTo("2025-02-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lambdaRequests:         | lambdaRequest:       | prices.lambdaRequest is unknown; the keys are lambdaGbSeconds,",
                "dollars: 0.0000133334   | dollars: cheap       | prices.lambdaGbSeconds.dollars must be a number of 0 or more",
                "dollars: 0.0000133334   | dollars: -1          | prices.lambdaGbSeconds.dollars must be a number of 0 or more",
                "dollars: 0.0000133334   | dollars: .inf        | prices.lambdaGbSeconds.dollars must be a number of 0 or more",
                "per: 1                  | per: 0               | prices.lambdaGbSeconds.per must be a number above 0",
                "date: 2026-11-20        | date: last week      | prices.lambdaGbSeconds.date must be the day it was looked up",
                "date: 2026-11-20        | day: 2026-11-20      | prices.lambdaGbSeconds.date must be a text",
                "https://aws.amazon.com/lambda/pricing/ | a friend | prices.lambdaGbSeconds.source is no address of a page",
                "https://aws.amazon.com/lambda/pricing/ | friend | prices.lambdaGbSeconds.source must be the https address",
                "region: us-east-1       | place: us-east-1     | region must be a text",
                "prices:                 | price:               | prices is missing"
            })
    void aWrongFileIsRefusedWithItsNameAndTheKey(String right, String wrong, String message) throws IOException {
        Path file = changed(right, wrong);

        assertThatThrownBy(() -> Prices.read(file))
                .isInstanceOf(InvalidPricesException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void aMissingPriceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.yaml"), "region: here-1\nprices: {}\n");

        assertThatThrownBy(() -> Prices.read(file)).hasMessage(file + ": prices.lambdaGbSeconds is missing.");
    }

    @Test
    void aFileThatIsNoYamlIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.yaml"), "prices: [");

        assertThatThrownBy(() -> Prices.read(file))
                .isInstanceOf(InvalidPricesException.class)
                .hasMessageContaining("is no YAML");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = folder.resolve("nowhere.yaml");

        assertThatThrownBy(() -> Prices.read(file))
                .isInstanceOf(InvalidPricesException.class)
                .hasMessageContaining("nowhere.yaml cannot be read");
    }

    private Path changed(String right, String wrong) throws IOException {
        String text = Files.readString(US_EAST_1);
        assertThat(text).contains(right);
        return Files.writeString(folder.resolve("prices.yaml"), text.replaceFirst(Pattern.quote(right), wrong));
    }
}
