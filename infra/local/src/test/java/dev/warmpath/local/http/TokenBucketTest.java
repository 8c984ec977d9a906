package dev.warmpath.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void burstIsAdmittedAtOnceAndNoMore() {
        TokenBucket bucket = bucket(1, 3);

        assertThat(List.of(bucket.tryTake(), bucket.tryTake(), bucket.tryTake(), bucket.tryTake()))
                .containsExactly(true, true, true, false);
    }

    @Test
    void rateRefillsTheBucketUpToItsBurst() {
        TokenBucket bucket = bucket(2, 2);
        drain(bucket);

        nanos.addAndGet(500_000_000);
        assertThat(drain(bucket)).isEqualTo(1);
        nanos.addAndGet(60_000_000_000L);
        assertThat(drain(bucket)).isEqualTo(2);
    }

    @Test
    void zeroBurstAdmitsNothing() {
        TokenBucket bucket = bucket(100, 0);
        nanos.addAndGet(10_000_000_000L);

        assertThat(bucket.tryTake()).isFalse();
    }

    @Property
    void neverAdmitsMoreThanBurstPlusRateTimesTime(
            @ForAll @DoubleRange(max = 1000) double rate,
            @ForAll @IntRange(max = 50) int burst,
            @ForAll @Size(max = 200) List<@LongRange(max = 100_000_000) Long> pauses) {
        AtomicLong clock = new AtomicLong();
        TokenBucket bucket = new TokenBucket(new HttpApi.Throttle(rate, burst), clock::get);
        int admitted = 0;
        for (long pause : pauses) {
            clock.addAndGet(pause);
            admitted += bucket.tryTake() ? 1 : 0;
            assertThat((double) admitted).isLessThanOrEqualTo(burst + rate * clock.get() / 1e9 + 1e-6);
        }
    }

    private TokenBucket bucket(double rate, int burst) {
        return new TokenBucket(new HttpApi.Throttle(rate, burst), nanos::get);
    }

    private static int drain(TokenBucket bucket) {
        int taken = 0;
        while (bucket.tryTake()) {
            taken++;
        }
        return taken;
    }
}
