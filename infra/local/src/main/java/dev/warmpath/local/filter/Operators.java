package dev.warmpath.local.filter;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The comparison operators of Lambda's patterns, which are fewer than the engine's. */
final class Operators {
    private static final Set<String> ALLOWED =
            new TreeSet<>(Set.of("anything-but", "equals-ignore-case", "exists", "numeric", "prefix", "suffix"));

    private Operators() {}

    /** Takes a pattern that compiles. */
    static void check(String pattern) throws InvalidPatternException {
        try {
            checkFields(JSON.std.mapFrom(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException("A pattern that compiles is JSON: " + pattern, e);
        }
    }

    private static void checkFields(Map<?, ?> fields) throws InvalidPatternException {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (field.getValue() instanceof Map<?, ?> nested) {
                checkFields(nested);
            } else if (field.getValue() instanceof List<?> alternatives) {
                checkAlternatives(alternatives, field.getKey().equals("$or"));
            }
        }
    }

    private static void checkAlternatives(List<?> alternatives, boolean fields) throws InvalidPatternException {
        for (Object alternative : alternatives) {
            if (alternative instanceof Map<?, ?> map && fields) {
                checkFields(map);
            } else if (alternative instanceof Map<?, ?> operator && !ALLOWED.containsAll(operator.keySet())) {
                throw new InvalidPatternException(
                        "Lambda has no operator " + operator.keySet() + "; expected one of " + ALLOWED);
            }
        }
    }
}
