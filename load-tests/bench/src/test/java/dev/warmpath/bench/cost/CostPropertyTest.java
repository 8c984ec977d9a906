package dev.warmpath.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CostPropertyTest {
    private static final double TINY = 1e-9;
    private static final Standing STANDING = Standing.of(Side.OPTIMISED);

    /** Of two uses together, requests cost as much as those of the one and of the other do. */
    @Property(tries = 200)
    void whatGoesWithRequestsAddsUpOverUses(@ForAll("usages") Usage one, @ForAll("usages") Usage other) {
        Usage both = UsageSum.plus(one, other);

        for (Item item : List.of(
                Item.WORKER_INVOCATIONS, Item.GB_SECONDS, Item.READ_UNITS, Item.SQS_REQUESTS, Item.FUNCTION_LOGS)) {
            double sum = dollarsOfAll(one, item) + dollarsOfAll(other, item);
            assertThat(dollarsOfAll(both, item)).as(item.name()).isCloseTo(sum, within(sum * TINY + TINY));
        }
    }

    private static double dollarsOfAll(Usage usage, Item item) {
        Cost cost = Cost.of(usage, STANDING, Traffic.ASSUMED, Uses.oneDollarEach());
        return cost.of(item).dollars() * usage.requests() / 1e6;
    }

    @Property(tries = 200)
    void costsGrowWithPrices(@ForAll("usages") Usage usage, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        Cost plain = Cost.of(usage, STANDING, Traffic.ASSUMED, Uses.oneDollarEach());
        Cost dearer = Cost.of(usage, STANDING, Traffic.ASSUMED, Uses.pricesOf(factor));

        assertThat(dearer.total()).isCloseTo(plain.total() * factor, within(plain.total() * factor * TINY));
        assertThat(dearer.withoutFixed())
                .isCloseTo(plain.withoutFixed() * factor, within(plain.withoutFixed() * factor * TINY));
    }

    @Property(tries = 200)
    void twiceTheTrafficNeverMakesAMillionRequestsDearer(
            @ForAll("usages") Usage usage, @ForAll @DoubleRange(min = 1, max = 1e9) double requests) {
        Cost once = Cost.of(usage, STANDING, new Traffic(requests), Uses.oneDollarEach());
        Cost twice = Cost.of(usage, STANDING, new Traffic(2 * requests), Uses.oneDollarEach());

        assertThat(twice.total()).isLessThanOrEqualTo(once.total());
    }

    @Property(tries = 200)
    void lessMemoryIsNeverDearer(@ForAll("usages") Usage usage) {
        Usage less = new MemorySizes(Map.of(MemorySizes.ALL, MemorySizes.LEAST)).of(usage);

        assertThat(total(less)).isLessThanOrEqualTo(total(usage));
    }

    private static double total(Usage usage) {
        return Cost.of(usage, STANDING, Traffic.ASSUMED, Uses.oneDollarEach()).total();
    }

    @Provide
    Arbitrary<Usage> usages() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000),
                        functions(),
                        functions(),
                        Arbitraries.longs().between(0, 1_000))
                .as((requests, one, other, polls) ->
                        new Usage(requests, Map.of("Api", with(one, requests), "Worker", other), polls, 0, 0));
    }

    private static FunctionUsage with(FunctionUsage function, long invocations) {
        return new FunctionUsage(
                function.memoryMegabytes(),
                function.mostMegabytes(),
                invocations,
                function.starts(),
                function.billedMilliseconds(),
                function.logBytes(),
                function.traces(),
                function.metrics(),
                function.calls(),
                function.readUnits(),
                function.writeUnits());
    }

    /** Of the same memory size each, as the functions of one template are in all rounds. */
    private static Arbitrary<FunctionUsage> functions() {
        Arbitrary<Long> counts = Arbitraries.longs().between(0, 100_000);
        return Combinators.combine(counts, counts, counts, counts, counts)
                .as((invocations, billed, bytes, traces, units) -> new FunctionUsage(
                        512,
                        190,
                        invocations,
                        1,
                        billed,
                        bytes,
                        traces,
                        List.of("Warmpath Hits"),
                        Map.of("sqs.SendMessage", units, "dynamodb.GetItem", units),
                        units / 2.0,
                        units));
    }
}
