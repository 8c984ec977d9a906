package dev.warmpath.local.frontdoor;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which calls fail, and how.
 *
 * @param share probability with which a call that is meant fails, above 0 and at most 1
 * @param calls number of calls to fail, after which the rule ends; empty for no end
 * @param time after which the rule ends, counted from when it was set; empty for no end
 * @param seed makes the same calls of a sequence fail each time; empty for chance
 */
public record Rule(
        Fault fault, Target target, double share, OptionalInt calls, Optional<Duration> time, OptionalLong seed) {
    /** @throws IllegalArgumentException if the share is not above 0 and at most 1, or calls or time not above 0 */
    public Rule {
        require(share > 0 && share <= 1, "A share is above 0 and at most 1, not " + share + ".");
        require(calls.orElse(1) > 0, "A rule ends after 1 call or more, not " + calls + ".");
        require(time.map(Duration::isPositive).orElse(true), "A rule ends after some time, not " + time + ".");
    }

    /** All calls, until the rule is taken away. */
    public static Rule of(Fault fault) {
        return new Rule(fault, Target.ALL, 1, OptionalInt.empty(), Optional.empty(), OptionalLong.empty());
    }

    public Rule service(String name) {
        return target(new Target(Optional.of(name), target.function(), target.operation()));
    }

    public Rule function(String name) {
        return target(new Target(target.service(), Optional.of(name), target.operation()));
    }

    public Rule operation(String name) {
        return target(new Target(target.service(), target.function(), Optional.of(name)));
    }

    Rule target(Target replacement) {
        return new Rule(fault, replacement, share, calls, time, seed);
    }

    public Rule share(double replacement) {
        return new Rule(fault, target, replacement, calls, time, seed);
    }

    public Rule calls(int number) {
        return new Rule(fault, target, share, OptionalInt.of(number), time, seed);
    }

    public Rule time(Duration replacement) {
        return new Rule(fault, target, share, calls, Optional.of(replacement), seed);
    }

    public Rule seed(long replacement) {
        return new Rule(fault, target, share, calls, time, OptionalLong.of(replacement));
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
