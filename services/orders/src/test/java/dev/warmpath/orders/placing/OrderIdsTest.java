package dev.warmpath.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class OrderIdsTest {
    private static final long LAST_MILLISECOND = (1L << 48) - 1;

    private final OrderIds ids = new OrderIds(new SecureRandom());

    @Property
    void noOtherCallerAndKeyComeToTheSameName(
            @ForAll @StringLength(max = 12) String caller,
            @ForAll @StringLength(max = 12) String key,
            @ForAll @StringLength(max = 12) String otherCaller,
            @ForAll @StringLength(max = 12) String otherKey) {
        Assume.that(!caller.equals(otherCaller) || !key.equals(otherKey));

        assertThat(OrderIds.name(caller, key)).isNotEqualTo(OrderIds.name(otherCaller, otherKey));
        assertThat(OrderIds.named(caller, key)).isNotEqualTo(OrderIds.named(otherCaller, otherKey));
    }

    @Property
    void callerAndKeyPartedElsewhereAreAnotherId(@ForAll @StringLength(min = 1, max = 20) String both) {
        List<UUID> ids = IntStream.rangeClosed(0, both.length())
                .mapToObj(at -> OrderIds.named(both.substring(0, at), both.substring(at)))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Property
    void callerAndKeyAlwaysComeToTheSameIdOfVersion8(@ForAll String caller, @ForAll String key) {
        UUID id = OrderIds.named(caller, key);

        assertThat(OrderIds.named(caller, key)).isEqualTo(id);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Example
    void theIdOfACallerAndAKeyStaysThroughDeployments() {
        assertThat(OrderIds.named("ada", "key-1")).hasToString("a61c676b-0ac8-84e0-9d4c-2e2dd319b6a9");
    }

    @Property
    void freshIdsAreOfVersion7AndHoldTheirTime(@ForAll @LongRange(max = LAST_MILLISECOND) long millisecond) {
        UUID id = ids.fresh(Instant.ofEpochMilli(millisecond));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millisecond);
    }

    @Property
    void freshIdsSortByTimeAsText(
            @ForAll @LongRange(max = LAST_MILLISECOND) long one,
            @ForAll @LongRange(max = LAST_MILLISECOND) long other) {
        Assume.that(one != other);
        String first = ids.fresh(Instant.ofEpochMilli(Math.min(one, other))).toString();
        String second = ids.fresh(Instant.ofEpochMilli(Math.max(one, other))).toString();

        assertThat(first).isLessThan(second);
    }

    @Example
    void freshIdsOfOneMillisecondDiffer() {
        Instant now = Instant.parse("2026-11-20T10:50:40.123Z");

        assertThat(IntStream.range(0, 10_000).mapToObj(i -> ids.fresh(now))).doesNotHaveDuplicates();
    }
}
