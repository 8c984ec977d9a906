package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusShardTest {
    private static final int USERS = 4_000;

    @ParameterizedTest
    @CsvSource({"ada, ACTIVE#0", "bob, ACTIVE#0", "5f0c7e52-6f2e-4d6b-9c7e-0d7f1c2b3a49, ACTIVE#2", "zoë, ACTIVE#0"})
    void aUserStaysInItsShardForever(String userId, String shard) {
        assertThat(StatusShard.of(Status.ACTIVE, userId)).hasToString(shard);
    }

    @Test
    void aStatusHasFourShards() {
        assertThat(StatusShard.all(Status.SUSPENDED))
                .extracting(StatusShard::toString)
                .containsExactly("SUSPENDED#0", "SUSPENDED#1", "SUSPENDED#2", "SUSPENDED#3");
    }

    @Property
    void everyUserIsInOneOfThem(@ForAll String userId, @ForAll Status status) {
        assertThat(StatusShard.all(status)).contains(StatusShard.of(status, userId));
    }

    @ParameterizedTest
    @MethodSource("idsAsProvidersMakeThem")
    void idsSpreadEvenly(IntFunction<String> id) {
        int[] users = new int[StatusShard.PER_STATUS];
        IntStream.range(0, USERS)
                .mapToObj(id)
                .forEach(userId -> users[StatusShard.of(Status.ACTIVE, userId).number()]++);

        assertThat(users)
                .satisfies(spread -> assertThat(IntStream.of(spread).min().orElseThrow())
                        .isGreaterThan(USERS / StatusShard.PER_STATUS * 4 / 5));
    }

    private static Stream<Arguments> idsAsProvidersMakeThem() {
        return Stream.<IntFunction<String>>of(
                        number -> "user-" + number,
                        number -> "user-" + 2 * number,
                        number -> "auth0|" + Integer.toHexString(16 * number),
                        number -> UUID.nameUUIDFromBytes(("user" + number).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .map(Arguments::of);
    }
}
