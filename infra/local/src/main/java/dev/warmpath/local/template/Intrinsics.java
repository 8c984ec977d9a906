package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Kind;
import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates intrinsic functions until only values are left.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">
 * Intrinsic function reference</a>.
 *
 * @param conditions tells whether a named condition holds
 */
record Intrinsics(Names names, Mapping mappings, Predicate<Scalar> conditions) {
    private static final String SUPPORTED =
            "Ref, Fn::Sub, Fn::GetAtt, Fn::If, Fn::Join, Fn::Select, Fn::Split, Fn::FindInMap or Fn::Base64";

    /** The node without functions; empty where it comes down to {@code AWS::NoValue}. */
    Optional<Node> resolve(Node node) {
        return switch (node) {
            case Scalar scalar -> Optional.of(checked(scalar));
            case Sequence sequence -> Optional.of(new Sequence(sequence.place(), resolveAll(sequence.items())));
            case Mapping mapping ->
                mapping.function().isPresent() ? call(mapping) : Optional.of(resolveEntries(mapping));
        };
    }

    /** The node without functions, where a value must be left. */
    Node require(Node node) {
        return resolve(node).orElseThrow(() -> node.error("AWS::NoValue leaves no value here; expected one"));
    }

    private static Scalar checked(Scalar scalar) {
        if (scalar.kind() == Kind.NULL) {
            throw scalar.error("null is not allowed in templates; expected a value, or no key at all");
        }
        if (scalar.text().contains("{{resolve:")) {
            throw scalar.error("the dynamic reference " + scalar.description()
                    + " is not supported; expected a parameter that a local run can set");
        }
        return scalar;
    }

    private List<Node> resolveAll(List<Node> items) {
        return items.stream().map(this::resolve).flatMap(Optional::stream).toList();
    }

    private Mapping resolveEntries(Mapping mapping) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, node) -> {
            if (key.startsWith("Fn::")) {
                throw node.error("a function stands alone in its mapping; expected no keys beside it");
            }
            resolve(node).ifPresent(value -> entries.put(key, value));
        });
        return new Mapping(mapping.place(), entries);
    }

    private Optional<Node> call(Mapping mapping) {
        Place at = mapping.place();
        String function = mapping.entries().firstEntry().getKey();
        Node argument = mapping.entries().firstEntry().getValue();
        return switch (function) {
            case "Ref" -> names.ref(argument.asText(), at);
            case "Fn::If" -> resolve(branch(argument));
            case "Fn::GetAtt" -> Optional.of(attribute(argument, at));
            case "Fn::Sub" -> Optional.of(Scalar.text(at, substitute(argument)));
            case "Fn::Join" -> Optional.of(Scalar.text(at, join(argument)));
            case "Fn::Select" -> Optional.of(select(argument));
            case "Fn::Split" -> Optional.of(split(argument, at));
            case "Fn::FindInMap" -> Optional.of(findInMap(argument));
            case "Fn::Base64" -> Optional.of(Scalar.text(at, base64(argument)));
            default -> throw at.error(function + " is not supported; expected " + SUPPORTED);
        };
    }

    /** The branch of {@code Fn::If} that counts. */
    Node branch(Node argument) {
        List<Node> parts = parts("Fn::If", argument, "[condition, value if true, value if false]", 3);
        if (!(parts.getFirst() instanceof Scalar name)) {
            throw parts.getFirst().error("Fn::If takes the name of a condition; expected text");
        }
        return parts.get(conditions.test(name) ? 1 : 2);
    }

    private Node attribute(Node argument, Place at) {
        if (argument instanceof Scalar scalar) {
            argument = ((Mapping) ShortForm.expand("GetAtt", scalar))
                    .entries()
                    .firstEntry()
                    .getValue();
        }
        List<Node> parts = parts("Fn::GetAtt", argument, "[resource, attribute]", 2);
        return names.attribute(parts.get(0).asText(), require(parts.get(1)).asText(), at);
    }

    private String substitute(Node argument) {
        if (argument instanceof Scalar template) {
            return Substitution.of(template, this).apply();
        }
        List<Node> parts = parts("Fn::Sub", argument, "a string, or [string, variables]", 2);
        if (parts.getFirst() instanceof Scalar template) {
            return Substitution.of(template, parts.get(1).asMapping(), this).apply();
        }
        throw parts.getFirst().error("Fn::Sub takes a literal string; expected no function here");
    }

    private String join(Node argument) {
        List<Node> parts = parts("Fn::Join", argument, "[delimiter, list]", 2);
        return require(parts.get(1)).asItems().stream()
                .map(Node::asText)
                .collect(Collectors.joining(parts.getFirst().asText()));
    }

    private Node select(Node argument) {
        List<Node> parts = parts("Fn::Select", argument, "[index, list]", 2);
        List<Node> items = require(parts.get(1)).asItems();
        Node index = require(parts.getFirst());
        if (!index.asText().matches("\\d{1,6}") || Integer.parseInt(index.asText()) >= items.size()) {
            throw index.error("Fn::Select takes item " + index.asText() + " of a list of " + items.size()
                    + "; expected an index within the list, counted from 0");
        }
        return items.get(Integer.parseInt(index.asText()));
    }

    private Node split(Node argument, Place at) {
        List<Node> parts = parts("Fn::Split", argument, "[delimiter, string]", 2);
        String delimiter = parts.getFirst().asText();
        if (delimiter.isEmpty()) {
            throw parts.getFirst().error("the delimiter of Fn::Split is empty; expected at least one character");
        }
        String[] pieces = require(parts.get(1)).asText().split(Pattern.quote(delimiter), -1);
        List<Node> items = new ArrayList<>();
        Arrays.stream(pieces).forEach(piece -> items.add(Scalar.text(at.item(items.size(), at.line()), piece)));
        return new Sequence(at, items);
    }

    private Node findInMap(Node argument) {
        List<Node> keys = parts("Fn::FindInMap", argument, "[mapping, first key, second key]", 3);
        Node found = mappings;
        for (Node key : keys) {
            Node name = require(key);
            found = found.asMapping()
                    .find(name.asText())
                    .orElseThrow(
                            () -> name.error("Mappings have no \"" + name.asText() + "\" there; expected its keys"));
        }
        return require(found);
    }

    private String base64(Node argument) {
        byte[] bytes = require(argument).asText().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static List<Node> parts(String function, Node argument, String form, int count) {
        if (argument instanceof Sequence sequence && sequence.items().size() == count) {
            return sequence.items();
        }
        throw argument.error(function + " has the wrong arguments; expected " + form);
    }
}
