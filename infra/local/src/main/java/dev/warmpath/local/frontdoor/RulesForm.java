package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rules as JSON: {@code {"rules": [{"fault": "throttling", "operation": "GetItem", "share": 0.2}]}}.
 *
 * <p>A rule has a {@code fault}; what is to be said of that ({@code code} of a throttling, {@code status} of a server-error,
 * {@code items} of an unprocessed: the share of keys or items); the calls it is for ({@code service}, {@code function},
 * {@code operation}, {@code share}); and its end ({@code calls}, {@code seconds}). {@code seed} makes chance repeatable.
 */
public final class RulesForm {
    private static final String RULES = "rules";
    private static final String FAULT = "fault";
    private static final String THROTTLING = "throttling";
    private static final String SERVER_ERROR = "server-error";
    private static final String UNPROCESSED = "unprocessed";
    private static final String LOST_REQUEST = "lost-request";
    private static final String LOST_ANSWER = "lost-answer";
    private static final Set<String> FAULTS = Set.of(THROTTLING, SERVER_ERROR, UNPROCESSED, LOST_REQUEST, LOST_ANSWER);
    private static final Set<String> COMMON =
            Set.of(FAULT, "service", "function", "operation", "share", "calls", "seconds", "seed");
    private static final double NANOS_PER_SECOND = 1e9;

    private RulesForm() {}

    /**
     * Reads a list of rules.
     *
     * @param services the names that may occur
     * @throws InvalidFormException naming the first faulty field
     */
    public static List<Rule> read(Object json, Set<String> services) throws InvalidFormException {
        Form document = Form.of("", json);
        document.allow(Set.of(RULES));
        List<Rule> rules = new ArrayList<>();
        for (Form form : document.objects(RULES)) {
            rules.add(rule(form, services));
        }
        return rules;
    }

    private static Rule rule(Form form, Set<String> services) throws InvalidFormException {
        Fault fault = fault(form);
        Target target = new Target(form.word("service", services), form.text("function"), operation(form, fault));
        double share = form.has("share") ? form.share("share") : 1;
        OptionalLong calls = form.whole("calls", 1, Integer.MAX_VALUE);
        return new Rule(
                fault,
                target,
                share,
                calls.isPresent() ? OptionalInt.of((int) calls.getAsLong()) : OptionalInt.empty(),
                form.has("seconds") ? Optional.of(seconds(form)) : Optional.empty(),
                form.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Fault fault(Form form) throws InvalidFormException {
        String name = form.word(FAULT, FAULTS).orElseThrow(() -> form.wrong(FAULT, "one of " + sorted(FAULTS)));
        return switch (name) {
            case THROTTLING -> {
                allow(form, "code");
                yield new Throttling(
                        form.word("code", Throttling.CODES).orElse("ProvisionedThroughputExceededException"));
            }
            case SERVER_ERROR -> {
                allow(form, "status");
                yield serverError(form);
            }
            case UNPROCESSED -> {
                allow(form, "items");
                yield new Unprocessed(form.share("items"));
            }
            case LOST_REQUEST -> {
                form.allow(COMMON);
                yield new LostRequest();
            }
            default -> {
                form.allow(COMMON);
                yield new LostAnswer();
            }
        };
    }

    private static void allow(Form form, String own) throws InvalidFormException {
        Set<String> names = new TreeSet<>(COMMON);
        names.add(own);
        form.allow(names);
    }

    private static ServerError serverError(Form form) throws InvalidFormException {
        long status = form.whole("status", 500, 503).orElse(500);
        if (!ServerError.STATUSES.contains((int) status)) {
            throw form.wrong("status", "500 or 503");
        }
        return new ServerError((int) status);
    }

    private static Optional<String> operation(Form form, Fault fault) throws InvalidFormException {
        return fault instanceof Unprocessed ? form.word("operation", Unprocessed.OPERATIONS) : form.text("operation");
    }

    private static Duration seconds(Form form) throws InvalidFormException {
        return Duration.ofNanos((long) (form.number("seconds", false) * NANOS_PER_SECOND));
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }

    /** In the form that {@link #read} takes. */
    public static Map<String, Object> write(List<Rule> rules) {
        return Map.of(RULES, rules.stream().map(RulesForm::fields).toList());
    }

    private static Map<String, Object> fields(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>(faultFields(rule.fault()));
        rule.target().service().ifPresent(name -> fields.put("service", name));
        rule.target().function().ifPresent(name -> fields.put("function", name));
        rule.target().operation().ifPresent(name -> fields.put("operation", name));
        fields.put("share", rule.share());
        rule.calls().ifPresent(number -> fields.put("calls", number));
        rule.time().ifPresent(time -> fields.put("seconds", time.toNanos() / NANOS_PER_SECOND));
        rule.seed().ifPresent(seed -> fields.put("seed", seed));
        return fields;
    }

    private static Map<String, Object> faultFields(Fault fault) {
        return switch (fault) {
            case Throttling throttling -> ordered(THROTTLING, "code", throttling.code());
            case ServerError error -> ordered(SERVER_ERROR, "status", error.status());
            case Unprocessed unprocessed -> ordered(UNPROCESSED, "items", unprocessed.share());
            case LostRequest() -> Map.of(FAULT, LOST_REQUEST);
            case LostAnswer() -> Map.of(FAULT, LOST_ANSWER);
        };
    }

    private static Map<String, Object> ordered(String fault, String name, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(FAULT, fault);
        fields.put(name, value);
        return fields;
    }
}
