package dev.warmpath.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void nothingIsWaitedForBeforeAFailure() {
        assertThat(backoff.pause()).isZero();
    }

    @Test
    void eachFailureInARowDoublesThePauseUpToALimit() {
        backoff.failed();
        assertThat(backoff.pause()).hasMillis(100);
        backoff.failed();
        assertThat(backoff.pause()).hasMillis(200);
        for (int i = 0; i < 20; i++) {
            backoff.failed();
        }
        assertThat(backoff.pause()).hasMillis(6_400);
    }

    @Test
    void successEndsThePauses() {
        backoff.failed();
        backoff.succeeded();

        assertThat(backoff.pause()).isZero();
    }
}
