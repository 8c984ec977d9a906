package dev.warmpath.local.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed access to a part of a table's properties.
 *
 * @param path where the part stands, such as {@code UsersTable.KeySchema}
 */
record Fields(String path, Map<?, ?> values) {
    String text(String key) {
        return find(key).map(Object::toString).orElseThrow(() -> missing(key));
    }

    List<String> texts(String key) {
        return items(key).stream().map(Object::toString).toList();
    }

    Optional<Fields> child(String key) {
        return find(key).map(value -> fields(key, value));
    }

    List<Fields> list(String key) {
        return items(key).stream().map(item -> fields(key, item)).toList();
    }

    TableException missing(String key) {
        return new TableException(path + "." + key + " is missing in the template; expected a value");
    }

    private Optional<Object> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private List<?> items(String key) {
        return switch (find(key).orElse(List.of())) {
            case List<?> items -> items;
            default -> throw new TableException(path + "." + key + " is no list in the template; expected one");
        };
    }

    private Fields fields(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(path + "." + key, map);
        }
        throw new TableException(path + "." + key + " is no mapping in the template; expected keys with values");
    }
}
