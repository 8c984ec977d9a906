package dev.warmpath.bench.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Used;
import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.valkey.ValkeyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A race of a pair fails if the outcomes of any two runs differ, so that what is asserted here is what they used. */
@Tag("full")
@Timeout(120)
class StorePairsTest {
    private static final Path PROJECT = Path.of("../..");
    private static final StoreData FEW = new StoreData(20, 100, 200);

    /** Each way is gone twice, the second time on what the first one left. */
    private static final Pace TWICE = new Pace(1, 1, 1);

    private static DynamoDbLocal dynamoDb;
    private static StoreBed bed;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        PartialBatch.silenceFailures();
        dynamoDb = DynamoDbLocal.start(PROJECT.resolve("infra/dynamodb-local/target"), Optional.empty());
        bed = StoreBed.open(PROJECT, dynamoDb.endpoint(), FEW);
    }

    @AfterAll
    static void end() throws IOException {
        if (bed != null) {
            bed.close();
        }
        if (dynamoDb != null) {
            dynamoDb.close();
        }
    }

    private static Race race(StoreBed.Pairs pairs) throws IOException, InterruptedException {
        return pairs.on(bed.direct()).race("pair", TWICE, bed.direct());
    }

    private static Used without(Race race) {
        return race.results().getFirst().rounds().getFirst().used();
    }

    private static Used with(Race race) {
        return race.results().getLast().rounds().getFirst().used();
    }

    @Test
    void differentOutcomesEndTheRace() {
        Pair unlike = Pair.of("one", () -> 1, "two", () -> 2);

        assertThatThrownBy(() -> unlike.race("pair", TWICE, bed.direct()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("one came to 1, but two to 2");
    }

    @Test
    void aSharedCacheSavesReadUnits(@TempDir Path folder) throws IOException, InterruptedException {
        try (ValkeyServer valkey = ValkeyServer.start(folder)) {
            var server = SharedCacheLevel.server(valkey);
            Race race = race(stores -> SharedCacheLevel.pair(stores, server, FEW.users()));
            server.disconnect();

            assertThat(without(race).readUnits()).isEqualTo(0.5);
            assertThat(with(race).readUnits()).isZero();
            assertThat(with(race).calls()).isOne();
        }
    }

    @Test
    void aFileSavesTheCall(@TempDir Path folder) throws IOException, InterruptedException {
        Race race = race(stores -> FileCacheLevel.pair(stores, folder, FEW.products()));

        assertThat(without(race).calls()).isOne();
        assertThat(with(race).calls()).isZero();
    }

    @Test
    void aBatchGetSavesCallsAndNoUnits() throws IOException, InterruptedException {
        Race race = race(stores -> BatchGets.pair(stores, 4));

        assertThat(without(race).calls()).isEqualTo(4);
        assertThat(with(race).calls()).isOne();
        assertThat(with(race).readUnits()).isEqualTo(without(race).readUnits()).isEqualTo(2);
    }

    @Test
    void aBatchWriteSavesCallsAndNoUnits() throws IOException, InterruptedException {
        Race race = race(stores -> BatchWrites.pair(stores, 4));

        assertThat(without(race).calls()).isEqualTo(4);
        assertThat(with(race).calls()).isOne();
        assertThat(with(race).writeUnits())
                .isEqualTo(without(race).writeUnits())
                .isPositive();
    }

    @Test
    void aBatchOfMessagesIsOneRequest() throws IOException, InterruptedException {
        Race race = race(stores -> MessageBatches.pair(stores, 4));

        assertThat(without(race).queueRequests()).isEqualTo(4);
        assertThat(with(race).queueRequests()).isOne();
    }

    @Test
    void parallelFetchMakesTheSameCalls() throws IOException, InterruptedException {
        Race race = race(ParallelFetch::pair);

        assertThat(with(race).calls()).isEqualTo(without(race).calls()).isEqualTo(4);
        assertThat(with(race).readUnits()).isEqualTo(without(race).readUnits());
    }

    @Test
    void anExpressionSavesNoReadUnits() throws IOException, InterruptedException {
        Race race = race(stores -> Projections.byExpression(stores, FEW.usersWithMost()));

        assertThat(with(race).readUnits()).isEqualTo(without(race).readUnits()).isPositive();
    }

    @Test
    void anIndexOfTheListedAttributesSavesReadUnits() throws IOException, InterruptedException {
        Race race = race(stores -> Projections.byIndex(stores, FEW.usersWithMost()));

        assertThat(with(race).readUnits()).isLessThan(without(race).readUnits());
    }

    @Test
    void aQuerySavesReadUnits() throws IOException, InterruptedException {
        Race race = race(stores -> QueryNotScan.pair(stores, FEW.users()));

        assertThat(with(race).readUnits()).isLessThan(without(race).readUnits());
    }

    @Test
    void anIndexOfKeysIsReadForLessThanAScanAndForMoreThanAnIndexOfWholeItems()
            throws IOException, InterruptedException {
        Race notScan = race(KeysOnlyIndex::notScan);
        Race notWhole = race(KeysOnlyIndex::readNotWhole);

        assertThat(with(notScan).readUnits()).isLessThan(without(notScan).readUnits());
        assertThat(with(notWhole).readUnits()).isGreaterThan(without(notWhole).readUnits());
    }

    @Test
    void anIndexOfKeysIsWrittenForLessOnlyIfItemsAreLarge() throws IOException, InterruptedException {
        Race small = race(stores -> KeysOnlyIndex.writeNotWhole(stores, 2));
        Race large = race(stores -> KeysOnlyIndex.writeNotWhole(stores, 50));

        assertThat(with(small).writeUnits()).isEqualTo(without(small).writeUnits());
        assertThat(with(large).writeUnits()).isLessThan(without(large).writeUnits());
    }

    @Test
    void anOffloadedOrderTakesMoreWorkInAll() throws IOException, InterruptedException {
        Race race = race(stores -> SqsOffload.pair(stores, FEW));

        assertThat(without(race).queueRequests()).isZero();
        assertThat(with(race).calls()).isGreaterThan(without(race).calls());
        assertThat(with(race).writeUnits()).isGreaterThan(without(race).writeUnits());
    }

    @Test
    void aFailingMessageAloneIsDeliveredAgain() throws IOException, InterruptedException {
        Race race = race(PartialBatch::pair);

        // The failing message of the second run is the eighth: seven are written in vain twice.
        assertThat(without(race).writeUnits()).isEqualTo(7 + 7 + 10);
        assertThat(with(race).writeUnits()).isEqualTo(10);
    }

    @Test
    void modelledLatenciesAreNotChargedAsCpu() throws IOException, InterruptedException {
        Race race = ParallelFetch.pair(bed.delayed()).race("pair", TWICE, bed.delayed());

        assertThat(race.results()).allSatisfy(way -> assertThat(way.cpu()).isZero());
    }
}
