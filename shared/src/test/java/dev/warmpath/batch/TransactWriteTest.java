package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the real engine does not do on demand: conflicts and throttling. */
class TransactWriteTest {
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final List<TransactWriteItem> ACTIONS =
            List.of(TransactWriteItem.builder().build());

    private final AtomicLong nanos = new AtomicLong();
    private final Deadline deadline = Deadline.in(TIME, nanos::get);
    private final Failing client = new Failing();

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void whatMayPassIsTriedAgain(String reason) {
        client.failures.addAll(List.of(cancelled("None", reason), cancelled(reason, "None")));

        write(client);

        assertThat(client.calls).isEqualTo(3);
    }

    @Test
    void throttledRequestIsTriedAgain() {
        client.failures.add(Flaky.throttled());

        write(client);

        assertThat(client.calls).isEqualTo(2);
    }

    @Test
    void conditionThatIsNotMetIsThrownAtOnce() {
        TransactionCanceledException failure = cancelled("TransactionConflict", "ConditionalCheckFailed");
        client.failures.add(failure);

        assertThatThrownBy(() -> write(client)).isSameAs(failure);
        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void conflictsUntilTheDeadlineAreThrownBeforeIt() {
        client.always = cancelled("TransactionConflict");

        assertThatThrownBy(() -> write(client)).isSameAs(client.always);
        assertThat(client.calls).isGreaterThan(1);
        assertThat(nanos.get()).isBetween(1L, TIME.toNanos() - 1);
    }

    @Test
    void interruptDuringAWaitCancels() {
        client.failures.add(cancelled("TransactionConflict"));
        TransactWrite interrupted = new TransactWrite(client, backoff(), wait -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> interrupted.write(ACTIONS, deadline)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void writeWithoutAFailureIsOneCall() {
        assertThatCode(() -> write(client)).doesNotThrowAnyException();
        assertThat(client.calls).isEqualTo(1);
        assertThat(nanos).hasValue(0);
    }

    private void write(DynamoDbClient client) {
        new TransactWrite(client, backoff(), wait -> nanos.addAndGet(wait.toNanos())).write(ACTIONS, deadline);
    }

    private static Backoff backoff() {
        return new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new SecureRandom());
    }

    private static TransactionCanceledException cancelled(String... reasons) {
        return TransactionCanceledException.builder()
                .statusCode(400)
                .cancellationReasons(Stream.of(reasons)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    private static final class Failing implements DynamoDbClient {
        private final Queue<RuntimeException> failures = new ArrayDeque<>();
        private RuntimeException always;
        private int calls;

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            calls++;
            RuntimeException failure = always == null ? failures.poll() : always;
            if (failure != null) {
                throw failure;
            }
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {
            // Holds no connection.
        }
    }
}
