package dev.warmpath.local.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * Which records an event source mapping sends to its function: those that match at least one of its patterns, or all if
 * it has none.
 *
 * <p>Patterns are those of EventBridge, evaluated by AWS's own engine. So are their limits: numbers in strings, as
 * DynamoDB has them, match no {@code numeric}, and {@code exists} looks at values only, not at objects.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Control which events Lambda
 *     sends to your function</a>
 */
public final class EventFilter {
    private static final int MOST_PATTERNS = 10;
    private static final int LONGEST_PATTERN = 4096;

    private final List<String> patterns;
    private final Machine machine;

    private EventFilter(List<String> patterns, Machine machine) {
        this.patterns = List.copyOf(patterns);
        this.machine = machine;
    }

    /** Matches every record. */
    public static EventFilter none() {
        return new EventFilter(List.of(), Machine.builder().build());
    }

    /**
     * Compiles up to 10 patterns, as many as Lambda's quota can be raised to, of up to 4,096 characters each.
     *
     * @throws InvalidPatternException if one of them is no event pattern, or has an operator that Lambda does not take
     */
    public static EventFilter of(List<String> patterns) throws InvalidPatternException {
        if (patterns.size() > MOST_PATTERNS) {
            throw new InvalidPatternException(
                    "there are " + patterns.size() + " filters; expected at most " + MOST_PATTERNS);
        }
        Machine machine = Machine.builder().build();
        for (String pattern : patterns) {
            check(pattern);
            add(machine, pattern);
        }
        return new EventFilter(patterns, machine);
    }

    private static void check(String pattern) throws InvalidPatternException {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new InvalidPatternException(
                    "the pattern has " + pattern.length() + " characters; expected at most " + LONGEST_PATTERN);
        }
        String fault = JsonRuleCompiler.check(pattern);
        if (fault != null) {
            throw new InvalidPatternException("this is no event pattern ("
                    + fault.lines().findFirst().orElse("") + "); expected JSON such as {\"eventName\": [\"INSERT\"]}");
        }
        Operators.check(pattern);
    }

    private static void add(Machine machine, String pattern) {
        try {
            machine.addRule(pattern, pattern);
        } catch (IOException e) {
            throw new UncheckedIOException("A pattern that was checked does not compile: " + pattern, e);
        }
    }

    /**
     * Tells whether a record is for the function.
     *
     * @param json the record as the function would get it
     */
    public boolean matches(String json) {
        return patterns.isEmpty() || !matchingPatterns(json).isEmpty();
    }

    private List<String> matchingPatterns(String json) {
        try {
            return machine.rulesForJSONEvent(json);
        } catch (Exception e) {
            throw new IllegalArgumentException("A record must be a JSON object, not " + json, e);
        }
    }
}
