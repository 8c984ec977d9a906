package dev.warmpath.local;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Requests about many users, whose fields follow from their ids, and what is answered. */
final class ManyUsers {
    private ManyUsers() {}

    /** Ids that no other test has. */
    static List<String> ids(int count) {
        String prefix = "user-" + UUID.randomUUID() + "-";
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
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

    /** A list of objects in an answer, by what one of their fields says. */
    static List<String> texts(Map<String, Object> answer, String list, String field) {
        return elements(answer, list).stream()
                .map(element -> ((Map<?, ?>) element).get(field).toString())
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
