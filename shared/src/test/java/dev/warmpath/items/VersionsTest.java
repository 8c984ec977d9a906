package dev.warmpath.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final long YEAR_2200 = 7_258_118_400_000L;

    @Property
    void aVersionGrowsWhateverTheClockSays(
            @ForAll @LongRange(max = YEAR_2200) long before, @ForAll @LongRange(max = YEAR_2200) long after) {
        long previous = at(before).next(0);

        assertThat(at(after).next(previous)).isGreaterThan(previous);
    }

    @Property
    void aVersionTakenAMillisecondLaterIsGreaterWithoutKnowingTheEarlierOne(
            @ForAll @LongRange(max = YEAR_2200) long millis) {
        assertThat(at(millis + 1).next(0)).isGreaterThan(at(millis).next(0));
    }

    @Property
    void aVersionTellsItsMillisecond(@ForAll @LongRange(min = 1, max = YEAR_2200) long millis) {
        assertThat(at(millis).next(0) >> 20).isEqualTo(millis);
    }

    @Property
    void versionsOfAUserGrowUnderAnyChangesAndStepsOfTheClock(
            @ForAll @Size(max = 100) List<Change> changes,
            @ForAll @Size(100) List<@IntRange(min = -5_000, max = 100) Integer> steps) {
        AtomicLong millis = new AtomicLong(YEAR_2200);
        Versions versions = new Versions(new SteppingClock(millis), new SecureRandom());
        long version = 0;
        for (int i = 0; i < changes.size(); i++) {
            millis.addAndGet(steps.get(i));
            long next = versions.next(changes.get(i).knowsThePrevious ? version : 0);
            assertThat(next).isGreaterThan(version);
            version = next;
        }
    }

    /** An import and the creation after a deletion know nothing of the version before. */
    private enum Change {
        CREATE(false),
        IMPORT(false),
        PATCH(true),
        DELETE(true);

        private final boolean knowsThePrevious;

        Change(boolean knowsThePrevious) {
            this.knowsThePrevious = knowsThePrevious;
        }
    }

    @Test
    void versionsGivenToSeveralThreadsDiffer() {
        Versions versions = at(YEAR_2200);
        List<CompletableFuture<List<Long>>> threads = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> LongStream.range(0, 1_000)
                                .map(i -> versions.next(0))
                                .boxed()
                                .toList()))
                .limit(8)
                .toList();

        List<List<Long>> given = threads.stream().map(CompletableFuture::join).toList();

        assertThat(given).allSatisfy(ofOneThread -> assertThat(ofOneThread).isSorted());
        assertThat(given.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    private static final class SteppingClock extends Clock {
        private final AtomicLong millis;

        SteppingClock(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }
    }

    private static Versions at(long millis) {
        return new Versions(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), new SecureRandom());
    }
}
