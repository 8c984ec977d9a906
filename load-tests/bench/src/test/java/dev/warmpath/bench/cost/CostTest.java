package dev.warmpath.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.warmpath.bench.usage.Usage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
    private static final Traffic MILLION_A_MONTH = new Traffic(1_000_000);

    @ParameterizedTest
    @CsvSource({
        "HTTP_API_REQUESTS, 1000000",
        "API_INVOCATIONS, 1000000",
        // 10 of 110 invocations are no request's.
        "WORKER_INVOCATIONS, 100000",
        // 4 s of half a gigabyte and 1 s of a whole one.
        "GB_SECONDS, 30000",
        "READ_UNITS, 755000",
        "WRITE_UNITS, 4000000",
        // 100 sent, 2 changed, 30 of pollers.
        "SQS_REQUESTS, 1320000",
        "IDLE_RECEIVES, 0",
        // 600 bytes a request.
        "FUNCTION_LOGS, 0.6",
        "ACCESS_LOGS, 0",
        "TRACES, 0",
        // Hits is written by both, and is one.
        "CUSTOM_METRICS, 3",
        "ALARMS, 0"
    })
    void countsWhatAMillionRequestsUse(Item item, double quantity) {
        Cost cost = Cost.of(Uses.small(), Uses.NOTHING_STANDS, MILLION_A_MONTH, Uses.oneDollarEach());

        assertThat(cost.of(item).quantity()).isCloseTo(quantity, within(1e-6));
        assertThat(cost.of(item).dollars()).isCloseTo(quantity, within(1e-6));
    }

    @Test
    void sharesWhatStandsAmongTheRequestsOfAMonth() {
        Cost cost =
                Cost.of(Uses.small(), new Standing(300, 2, 3, false), new Traffic(10_000_000), Uses.oneDollarEach());

        assertThat(cost.of(Item.CUSTOM_METRICS).quantity()).isCloseTo(0.3, within(1e-9));
        assertThat(cost.of(Item.ALARMS).quantity()).isCloseTo(0.3, within(1e-9));
        // Two queues, five pollers each, three receives a minute for 730 hours.
        assertThat(cost.of(Item.IDLE_RECEIVES).quantity()).isCloseTo(2 * 5 * 3 * 60 * 730 / 10.0, within(1e-6));
        assertThat(cost.of(Item.ACCESS_LOGS).quantity()).isCloseTo(0.3, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // 1.1 million invocations of a million requests, each the only one of its second.
        "1000000, 1100000",
        // 11 invocations a second: the first one, and 5 % of ten.
        "26280000, 150000",
        // 110 a second: the first one, and 5 % of 109.
        "262800000, 64500"
    })
    void tracesAreTheFirstInvocationOfEachSecondAndATwentiethOfTheOthers(double requestsPerMonth, double traces) {
        Standing traced = new Standing(0, 0, 0, true);

        Cost cost = Cost.of(Uses.small(), traced, new Traffic(requestsPerMonth), Uses.oneDollarEach());

        assertThat(cost.of(Item.TRACES).quantity()).isCloseTo(traces, within(1e-6));
    }

    @Test
    void atTheListPricesASmallUseCostsWhatOneComputesByHand() {
        Prices prices = Prices.read(Prices.defaultFile(Path.of("../..")));

        Cost cost = Cost.of(Uses.small(), Uses.NOTHING_STANDS, MILLION_A_MONTH, prices);

        double gigabyteSeconds = 30_000 * 0.0000133334;
        double units = 0.755 * 0.125 + 4 * 0.625;
        double others = 0.1 * 0.2 + 1.32 * 0.4 + 0.6 * 0.5 + 3 * 0.3;
        assertThat(cost.withoutFixed()).isCloseTo(gigabyteSeconds + units + others, within(1e-9));
        assertThat(cost.total()).isCloseTo(cost.withoutFixed() + 1.2, within(1e-9));
    }

    @Test
    void aFunctionThatWasThrottledAtTheDoorMakesNoNegativeWork() {
        Usage usage = new Usage(100, Map.of(), 0, 0, 0);

        Cost cost = Cost.of(usage, Uses.NOTHING_STANDS, MILLION_A_MONTH, Uses.oneDollarEach());

        assertThat(cost.of(Item.WORKER_INVOCATIONS).quantity()).isZero();
    }

    @Test
    void aUsageOfNoRequestsIsRefused() {
        Usage nothing = new Usage(0, Map.of(), 0, 0, 0);

        assertThatThrownBy(() -> Cost.of(nothing, Uses.NOTHING_STANDS, MILLION_A_MONTH, Uses.oneDollarEach()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no requests");
    }

    @Test
    void trafficOfNoRequestsIsRefused() {
        assertThatThrownBy(() -> new Traffic(0)).hasMessageContaining("above 0");
    }
}
