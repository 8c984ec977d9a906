package dev.warmpath.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A part of a template that knows where it stands; short-form tags are spelled out as {@code Fn::} mappings. */
sealed interface Node {
    Place place();

    /** The value as plain strings, numbers, booleans, lists and maps. */
    Object value();

    /** Says what it is in an error message. */
    String description();

    default TemplateException error(String sentence) {
        return place().error(sentence);
    }

    default Mapping asMapping() {
        if (this instanceof Mapping mapping) {
            return mapping;
        }
        throw error(description() + " is not a mapping; expected keys with values");
    }

    default List<Node> asItems() {
        if (this instanceof Sequence sequence) {
            return sequence.items();
        }
        throw error(description() + " is not a list; expected one");
    }

    default String asText() {
        if (this instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
            return scalar.text();
        }
        throw error(description() + " is not a plain value; expected text");
    }

    /** What an unquoted scalar reads as. */
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NULL
    }

    record Scalar(Place place, String text, Kind kind) implements Node {
        static Scalar text(Place place, String text) {
            return new Scalar(place, text, Kind.TEXT);
        }

        @Override
        public Object value() {
            return switch (kind) {
                case TEXT, NULL -> text;
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> Double.valueOf(text);
                case BOOLEAN -> Boolean.valueOf(text);
            };
        }

        @Override
        public String description() {
            return kind == Kind.NULL ? "null" : "\"" + text + "\"";
        }
    }

    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Object value() {
            return items.stream().map(Node::value).toList();
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    record Mapping(Place place, SequencedMap<String, Node> entries) implements Node {
        static Mapping empty(Place place) {
            return new Mapping(place, new LinkedHashMap<>());
        }

        Optional<Node> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The function's name if this is an intrinsic function, which stands alone in its mapping. */
        Optional<String> function() {
            return entries.size() == 1
                    ? Optional.of(entries.firstEntry().getKey()).filter(Mapping::isFunction)
                    : Optional.empty();
        }

        static boolean isFunction(String key) {
            return key.equals("Ref") || key.startsWith("Fn::");
        }

        @Override
        public Map<String, Object> value() {
            Map<String, Object> values = new LinkedHashMap<>();
            entries.forEach((key, node) -> values.put(key, node.value()));
            return values;
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }
}
