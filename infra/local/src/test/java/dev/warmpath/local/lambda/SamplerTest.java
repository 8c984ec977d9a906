package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00.100Z"));
    private final AtomicReference<Double> dice = new AtomicReference<>(0.05);
    private final Sampler sampler = new Sampler(now::get, dice::get);

    @Test
    void firstRequestOfEachSecondIsSampled() {
        assertThat(sampler.sample()).isTrue();
        assertThat(sampler.sample()).isFalse();

        now.set(Instant.parse("2026-11-20T10:00:00.999Z"));
        assertThat(sampler.sample()).isFalse();

        now.set(Instant.parse("2026-11-20T10:00:01Z"));
        assertThat(sampler.sample()).isTrue();
    }

    @Test
    void fivePercentOfTheOthersAreSampled() {
        sampler.sample();
        dice.set(0.0499);

        assertThat(sampler.sample()).isTrue();
    }
}
