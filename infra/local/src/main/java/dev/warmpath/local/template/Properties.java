package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Typed access to the keys of a resolved mapping, which fails with the key's place. */
record Properties(Mapping mapping) {
    static Properties of(Node node) {
        return new Properties(node.asMapping());
    }

    Place place() {
        return mapping.place();
    }

    /** The place of a key, or the mapping's where the key is missing. */
    Place at(String key) {
        return mapping.find(key).map(Node::place).orElse(place());
    }

    TemplateException error(String sentence) {
        return place().error(sentence);
    }

    boolean has(String key) {
        return mapping.find(key).isPresent();
    }

    Set<String> keys() {
        return mapping.entries().keySet();
    }

    Optional<Node> node(String key) {
        return mapping.find(key);
    }

    Optional<String> text(String key) {
        return node(key).map(Node::asText);
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> error(key + " is missing; expected a value"));
    }

    /** One of the given words, or nothing. */
    Optional<String> word(String key, Set<String> words) {
        text(key).filter(value -> !words.contains(value)).ifPresent(value -> {
            throw at(key).error("\"" + value + "\" is not supported; expected "
                    + String.join(" or ", words.stream().sorted().toList()));
        });
        return text(key);
    }

    Optional<Integer> integer(String key) {
        return text(key).map(value -> {
            if (!value.matches("-?\\d{1,9}")) {
                throw at(key).error("\"" + value + "\" is no whole number; expected one");
            }
            return Integer.valueOf(value);
        });
    }

    Optional<Integer> integer(String key, int least, int most) {
        integer(key).filter(value -> value < least || value > most).ifPresent(value -> {
            throw at(key).error(value + " is out of range; expected " + least + " to " + most);
        });
        return integer(key);
    }

    Optional<BigDecimal> decimal(String key) {
        return text(key).map(value -> {
            try {
                return new BigDecimal(value);
            } catch (NumberFormatException e) {
                throw at(key).error("\"" + value + "\" is no number; expected one");
            }
        });
    }

    boolean flag(String key) {
        return word(key, Set.of("true", "false")).map(Boolean::valueOf).orElse(false);
    }

    /** The items of a list, or nothing; a single value counts as a list of one. */
    List<String> texts(String key) {
        return node(key)
                .map(node -> node instanceof Sequence list
                        ? list.items().stream().map(Node::asText).toList()
                        : List.of(node.asText()))
                .orElse(List.of());
    }

    /** The mapping under a key; an empty one where the key is missing. */
    Properties child(String key) {
        return node(key).map(Properties::of).orElseGet(() -> new Properties(Mapping.empty(place())));
    }

    /** Refuses keys that change what a run does and that the local run does not know how to follow. */
    void refuse(String key, String expected) {
        node(key).ifPresent(node -> {
            throw node.error(key + " is not supported by the local run; expected " + expected);
        });
    }
}
