package dev.warmpath.local.frontdoor;

import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A rule with what it has done so far. */
final class ActiveRule {
    /**
     * A fault that a call is to meet.
     *
     * @param random for what the fault itself leaves to chance, drawn from the rule's seed
     */
    record Injection(Fault fault, RandomGenerator random) {}

    private final Rule rule;
    private final Instant end;
    private final SplittableRandom random;
    private int callsLeft;

    ActiveRule(Rule rule, Instant now) {
        this.rule = rule;
        this.end = rule.time().map(now::plus).orElse(Instant.MAX);
        this.random = rule.seed().isPresent() ? new SplittableRandom(rule.seed().getAsLong()) : new SplittableRandom();
        this.callsLeft = rule.calls().orElse(Integer.MAX_VALUE);
    }

    Rule rule() {
        return rule;
    }

    /** Each call that the rule is for takes one draw, so that the same calls of a sequence fail for the same seed. */
    synchronized Optional<Injection> meet(Call call, Instant now) {
        if (!isActive(now) || !isFor(call) || random.nextDouble() >= rule.share()) {
            return Optional.empty();
        }
        if (rule.calls().isPresent()) {
            callsLeft--;
        }
        return Optional.of(new Injection(rule.fault(), random.split()));
    }

    synchronized boolean isActive(Instant now) {
        return callsLeft > 0 && now.isBefore(end);
    }

    private boolean isFor(Call call) {
        return rule.target().matches(call) && rule.fault().isPossibleFor(call.operation());
    }
}
