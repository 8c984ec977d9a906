package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route's path in segments; the natural order puts the more specific one first. */
record RoutePattern(HttpApi.Route route, List<Segment> segments) implements Comparable<RoutePattern> {
    private static final String DEFAULT = "$default";

    /** One segment of a route's path. */
    sealed interface Segment {
        record Literal(String text) implements Segment {}

        record Variable(String name) implements Segment {}

        /** Takes all the rest of a path, and an empty rest only after a slash. */
        record Greedy(String name) implements Segment {}

        static Segment of(String text) {
            if (!text.startsWith("{")) {
                return new Literal(text);
            }
            return text.endsWith("+}")
                    ? new Greedy(text.substring(1, text.length() - 2))
                    : new Variable(text.substring(1, text.length() - 1));
        }

        default int rank() {
            return switch (this) {
                case Literal literal -> 0;
                case Variable variable -> 1;
                case Greedy greedy -> 2;
            };
        }
    }

    static RoutePattern of(HttpApi.Route route) {
        return new RoutePattern(route, route.path().equals(DEFAULT) ? List.of() : segments(route.path()));
    }

    private static List<Segment> segments(String path) {
        return Arrays.stream(path.substring(1).split("/", -1)).map(Segment::of).toList();
    }

    boolean accepts(String method) {
        return isDefault() || route.method().equals("ANY") || route.method().equals(method);
    }

    /** The path parameters, if the path matches. */
    Optional<Map<String, String>> match(List<String> path) {
        if (isDefault()) {
            return Optional.of(Map.of());
        }
        boolean lengthsFit = isGreedy() ? path.size() >= segments.size() : path.size() == segments.size();
        return lengthsFit ? matchSegments(path) : Optional.empty();
    }

    private Optional<Map<String, String>> matchSegments(List<String> path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!matchSegment(segments.get(i), path, i, parameters)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static boolean matchSegment(Segment segment, List<String> path, int at, Map<String, String> parameters) {
        String text = path.get(at);
        return switch (segment) {
            case Segment.Literal literal -> literal.text().equals(text);
            case Segment.Variable variable -> {
                parameters.put(variable.name(), text);
                yield !text.isEmpty();
            }
            case Segment.Greedy greedy -> {
                parameters.put(greedy.name(), String.join("/", path.subList(at, path.size())));
                yield true;
            }
        };
    }

    @Override
    public int compareTo(RoutePattern other) {
        int byKind = Integer.compare(kind(), other.kind());
        if (byKind != 0) {
            return byKind;
        }
        int byPath = comparePaths(other);
        return byPath != 0 ? byPath : Boolean.compare(anyMethod(), other.anyMethod());
    }

    private int comparePaths(RoutePattern other) {
        int common = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            int byRank = Integer.compare(
                    segments.get(i).rank(), other.segments.get(i).rank());
            if (byRank != 0) {
                return byRank;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    private int kind() {
        if (isDefault()) {
            return 2;
        }
        return isGreedy() ? 1 : 0;
    }

    private boolean isDefault() {
        return segments.isEmpty();
    }

    private boolean isGreedy() {
        return segments.getLast() instanceof Segment.Greedy;
    }

    private boolean anyMethod() {
        return route.method().equals("ANY");
    }
}
