package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class RetryTest {
    private final AtomicLong clock = new AtomicLong();
    private final List<Duration> waits = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(10), clock::get);
    private final Retry retry =
            new Retry(new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new Random(1)), wait -> {
                waits.add(wait);
                clock.addAndGet(wait.toNanos());
            });

    static Stream<SdkException> passing() {
        return Stream.of(
                cancelled("TransactionConflict"),
                cancelled("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"),
                TransactionConflictException.builder().statusCode(400).build(),
                Flaky.throttled(),
                DynamoDbException.builder().statusCode(500).build(),
                SdkClientException.builder().cause(new IOException("cut")).build());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsRepeatedUntilItDoes(SdkException failure) {
        assertThat(retry.call(deadline, failing(3, failure))).isEqualTo("done");

        assertThat(calls).hasValue(4);
        assertThat(waits).hasSize(3);
    }

    static Stream<SdkException> lasting() {
        return Stream.of(
                cancelled("None", "ConditionalCheckFailed"),
                cancelled("TransactionConflict", "ConditionalCheckFailed"),
                cancelled("ValidationError"),
                TransactionCanceledException.builder().statusCode(400).build(),
                ResourceNotFoundException.builder().statusCode(400).build(),
                SdkClientException.create("no credentials"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsIsThrownAtOnce(SdkException failure) {
        assertThatThrownBy(() -> retry.call(deadline, failing(1, failure))).isSameAs(failure);

        assertThat(calls).hasValue(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void waitsGrowButNeverBeyondTheirLimits() {
        retry.call(deadline, failing(10, Flaky.throttled()));

        for (int i = 0; i < waits.size(); i++) {
            assertThat(waits.get(i)).isBetween(Duration.ZERO, Duration.ofMillis(Math.min(25L << i, 1_000)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9_999})
    void lastFailureIsThrownWhereTheDeadlineIsTooNear(long passedMillis) {
        clock.set(Duration.ofMillis(passedMillis).toNanos());
        SdkException failure = Flaky.throttled();

        assertThatThrownBy(() -> retry.call(deadline, failing(Integer.MAX_VALUE, failure)))
                .isSameAs(failure);

        assertThat(deadline.isOver()).isFalse();
        assertThat(waits).hasSize(calls.get() - 1);
    }

    @Test
    void interruptedWaitEndsTheRepetitions() {
        Retry interrupted =
                new Retry(new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new Random(1)), wait -> {
                    throw new InterruptedException();
                });

        assertThatThrownBy(() -> interrupted.call(deadline, failing(1, Flaky.throttled())))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Supplier<String> failing(int times, SdkException failure) {
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw failure;
            }
            return "done";
        };
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .statusCode(400)
                .cancellationReasons(Stream.of(codes)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }
}
