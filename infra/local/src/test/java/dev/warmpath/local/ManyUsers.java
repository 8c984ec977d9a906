package dev.warmpath.local;

import static java.util.stream.Collectors.joining;

import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import dev.warmpath.local.frontdoor.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests about many users, whose fields follow from their ids, and what is answered. */
final class ManyUsers {
    private ManyUsers() {}

    /** Ids that no other test has. */
    static List<String> ids(int count) {
        String prefix = "user-" + UUID.randomUUID() + "-";
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    /** What the ids that were made together begin with. */
    static String prefixOf(Collection<String> ids) {
        String id = ids.iterator().next();
        return id.substring(0, id.lastIndexOf('-') + 1);
    }

    static String emailOf(String id) {
        return id + "@example.com";
    }

    static String nameOf(String id) {
        return "Name of " + id;
    }

    /** The body of an import. */
    static String imported(Collection<String> ids) {
        return ids.stream().map(ManyUsers::user).collect(joining(",", "{\"users\":[", "]}"));
    }

    private static String user(String id) {
        return "{\"userId\":\"%s\",\"email\":\"%s\",\"name\":\"%s\"}".formatted(id, emailOf(id), nameOf(id));
    }

    /** The body of a batch-get. */
    static String asked(Collection<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(joining(",", "{\"ids\":[", "]}"));
    }

    /** A fifth of a function's calls is throttled, and of the others' keys or items three tenths are left unprocessed. */
    static List<Rule> faultsOf(String function, long seed) {
        Rule throttled = Rule.of(new Throttling("ProvisionedThroughputExceededException"))
                .share(0.2);
        Rule unprocessed = Rule.of(new Unprocessed(0.3));
        return Stream.of(throttled, unprocessed)
                .map(rule -> rule.function(function).seed(seed))
                .toList();
    }

    /** A list of objects in an answer, by what one of their fields says. */
    static List<String> texts(Map<String, Object> answer, String list, String field) {
        return elements(answer, list).stream()
                .map(element -> ((Map<?, ?>) element).get(field).toString())
                .toList();
    }

    /** The users of a batch-get's answer. */
    static List<Map<String, Object>> users(Map<String, Object> answer) {
        return elements(answer, "users").stream()
                .map(user -> {
                    Map<String, Object> fields = new HashMap<>();
                    ((Map<?, ?>) user).forEach((name, value) -> fields.put(name.toString(), value));
                    return fields;
                })
                .toList();
    }

    /** A list of texts in an answer, empty where the answer has none. */
    static List<String> texts(Map<String, Object> answer, String list) {
        return elements(answer, list).stream().map(Object::toString).toList();
    }

    private static List<?> elements(Map<String, Object> answer, String list) {
        return (List<?>) answer.getOrDefault(list, List.of());
    }
}
