package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.ActiveRule.Injection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules by which calls fail. A call meets the first rule that is for it and, where that has a share, draws it. */
public final class Rules {
    private final InstantSource clock;
    private volatile List<ActiveRule> rules = List.of();

    Rules(InstantSource clock) {
        this.clock = clock;
    }

    /** Puts these in the place of all others; their time begins now. */
    public synchronized void set(List<Rule> replacement) {
        Instant now = clock.instant();
        rules = replacement.stream().map(rule -> new ActiveRule(rule, now)).toList();
    }

    /** Adds a rule behind the others; its time begins now. */
    public synchronized void add(Rule rule) {
        List<ActiveRule> more = new ArrayList<>(rules);
        more.add(new ActiveRule(rule, clock.instant()));
        rules = List.copyOf(more);
    }

    public void clear() {
        set(List.of());
    }

    /** Those that have not ended. */
    public List<Rule> active() {
        Instant now = clock.instant();
        return rules.stream()
                .filter(rule -> rule.isActive(now))
                .map(ActiveRule::rule)
                .toList();
    }

    Optional<Injection> meet(Call call) {
        for (ActiveRule rule : rules) {
            Optional<Injection> injection = rule.meet(call, clock.instant());
            if (injection.isPresent()) {
                return injection;
            }
        }
        return Optional.empty();
    }
}
