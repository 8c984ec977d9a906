package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Call CALL = new Call("dynamodb", "GetUser", "GetItem");
    private static final Rule ALWAYS = Rule.of(new LostRequest());

    private Instant now = Instant.EPOCH;
    private final Rules rules = new Rules(() -> now);

    @Test
    void withoutRulesNothingFails() {
        assertThat(failures(100)).doesNotContain(true);
    }

    @Test
    void ruleWithoutAnEndFailsEachCall() {
        rules.add(ALWAYS);

        assertThat(failures(100)).containsOnly(true);
    }

    @Test
    void shareIsRoughlyKeptAndTheSameForOneSeed() {
        rules.add(ALWAYS.share(0.2).seed(7));
        List<Boolean> first = failures(10_000);
        rules.set(List.of(ALWAYS.share(0.2).seed(7)));
        List<Boolean> again = failures(10_000);
        rules.set(List.of(ALWAYS.share(0.2).seed(8)));
        List<Boolean> other = failures(10_000);

        assertThat(first).filteredOn(failed -> failed).hasSizeBetween(1_900, 2_100);
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void ruleForSomeCallsEndsAfterThem() {
        rules.add(ALWAYS.calls(2));

        assertThat(failures(4)).containsExactly(true, true, false, false);
        assertThat(rules.active()).isEmpty();
    }

    @Test
    void ruleForATimeEndsAfterIt() {
        rules.add(ALWAYS.time(Duration.ofSeconds(5)));

        now = now.plusMillis(4_999);
        assertThat(failures(1)).containsExactly(true);
        assertThat(rules.active()).hasSize(1);
        now = now.plusMillis(1);
        assertThat(failures(1)).containsExactly(false);
        assertThat(rules.active()).isEmpty();
    }

    @Test
    void callsThatARuleIsNotForDoNotUseItUp() {
        rules.add(ALWAYS.function("CreateUser").calls(1));

        assertThat(failures(3)).doesNotContain(true);
        assertThat(rules.active()).hasSize(1);
    }

    @Test
    void firstRuleThatFitsIsMet() {
        rules.add(Rule.of(new Unprocessed(1)));
        rules.add(ALWAYS.operation("PutItem"));
        rules.add(Rule.of(new ServerError(503))
                .operation("GetItem")
                .function("GetUser")
                .service("dynamodb"));
        rules.add(ALWAYS);

        assertThat(rules.meet(CALL))
                .get()
                .extracting(ActiveRule.Injection::fault)
                .isEqualTo(new ServerError(503));
    }

    @Test
    void setReplacesAndClearRemoves() {
        rules.add(ALWAYS);
        rules.set(List.of(ALWAYS.operation("PutItem")));
        assertThat(failures(1)).containsExactly(false);

        rules.clear();

        assertThat(rules.active()).isEmpty();
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> ALWAYS.share(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ALWAYS.share(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ALWAYS.calls(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ALWAYS.time(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServerError(502)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.Throttling("Slow")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unprocessed(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Boolean> failures(int calls) {
        List<Boolean> failed = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            failed.add(rules.meet(CALL).isPresent());
        }
        return failed;
    }
}
