package dev.warmpath.local.frontdoor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The size of an item in bytes, as it is billed.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB item
 *     sizes and formats</a>
 */
final class ItemSize {
    private static final int NESTING = 3;
    private static final int ELEMENT = 1;

    private ItemSize() {}

    /** @param item attributes by name, as in DynamoDB's JSON */
    static long of(Map<?, ?> item) {
        return item.entrySet().stream()
                .mapToLong(entry -> text(entry.getKey()) + attribute(entry.getValue()))
                .sum();
    }

    /** Such as {@code {"S": "tea"}}; what is none is for the engine to refuse. */
    private static long attribute(Object attribute) {
        return attribute instanceof Map<?, ?> typed
                ? typed.entrySet().stream()
                        .mapToLong(entry -> value(String.valueOf(entry.getKey()), entry.getValue()))
                        .sum()
                : 0;
    }

    private static long value(String type, Object value) {
        return switch (value) {
            case Map<?, ?> map -> NESTING + of(map) + (long) ELEMENT * map.size();
            case List<?> list
            when type.equals("L") ->
                NESTING + list.stream().mapToLong(e -> ELEMENT + attribute(e)).sum();
            case List<?> set ->
                set.stream().mapToLong(e -> value(type.substring(0, 1), e)).sum();
            case String text when type.equals("N") -> number(text);
            case String text when type.equals("B") -> text.replace("=", "").length() * 3L / 4;
            case String text -> text(text);
            case null, default -> 1;
        };
    }

    /** A byte for two significant digits, and one more. */
    private static long number(String number) {
        String digits = number.replaceFirst("[eE].*", "").replaceAll("\\D", "");
        int significant = digits.replaceFirst("^0+", "").replaceFirst("0+$", "").length();
        return Math.ceilDiv(significant, 2) + 1L;
    }

    private static long text(Object text) {
        return String.valueOf(text).getBytes(StandardCharsets.UTF_8).length;
    }
}
