package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

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

    private static Versions at(long millis) {
        return new Versions(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), new SecureRandom());
    }
}
