package dev.warmpath.local.http;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims as HTTP APIs hand them on: every value as text, an array such as {@code [users admins]}. */
final class ClaimText {
    private ClaimText() {}

    static String of(Object value) {
        return switch (value) {
            case Collection<?> several ->
                several.stream().map(ClaimText::of).collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + of(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(" ", "map[", "]"));
            case null -> "";
            default -> value.toString();
        };
    }
}
