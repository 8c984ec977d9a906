package dev.warmpath.local.contract;

import dev.warmpath.local.contract.Document.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operation of the contract.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 */
record Operation(String method, String path, Part item, Part declaration) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    static List<Operation> of(Document document) {
        Part paths = document.root().get("paths");
        return paths.names().flatMap(path -> of(path, paths.get(path))).toList();
    }

    private static Stream<Operation> of(String path, Part item) {
        return item.names()
                .filter(METHODS::contains)
                .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path, item, item.get(method)));
    }

    /** The key of its route, as API Gateway writes it. */
    String key() {
        return method + " " + path;
    }

    /** What the token needs, of which the contract knows one kind; nothing for an operation that needs no token. */
    Set<String> scopes() {
        return declaration
                .get("security")
                .children()
                .flatMap(kind -> kind.get("jwt").children())
                .map(scope -> scope.node().stringValue())
                .collect(Collectors.toSet());
    }

    Optional<Part> response(int status) {
        return declaration.get("responses").find("" + status);
    }

    /** Those of the path first. */
    List<Part> parameters() {
        return Stream.of(item, declaration)
                .flatMap(owner -> owner.find("parameters").stream())
                .flatMap(Part::children)
                .toList();
    }

    boolean matches(String aMethod, List<String> segments) {
        List<String> pattern = segments(path);
        return method.equals(aMethod)
                && pattern.size() == segments.size()
                && Stream.iterate(0, i -> i < pattern.size(), i -> i + 1)
                        .allMatch(i -> matches(pattern.get(i), segments.get(i)));
    }

    /** Literal segments, of which the most specific route has the most. */
    long literals() {
        return segments(path).stream()
                .filter(segment -> !segment.startsWith("{"))
                .count();
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean matches(String pattern, String segment) {
        return pattern.startsWith("{") ? !segment.isEmpty() : pattern.equals(segment);
    }
}
