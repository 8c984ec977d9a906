package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds the names that a part of a template refers to, without evaluating anything but conditions.
 *
 * @param branch picks the branch of {@code Fn::If} that counts
 */
record References(UnaryOperator<Node> branch) {
    /** Each name with the place that refers to it; attributes are left out. */
    Stream<Scalar> in(Node node) {
        return switch (node) {
            case Scalar _ -> Stream.empty();
            case Sequence list -> list.items().stream().flatMap(this::in);
            case Mapping mapping ->
                mapping.function()
                        .map(function -> in(function, mapping.entries().get(function)))
                        .orElseGet(() -> mapping.entries().values().stream().flatMap(this::in));
        };
    }

    private Stream<Scalar> in(String function, Node argument) {
        return switch (function) {
            case "Ref" -> Stream.of(name(argument, argument.asText()));
            case "Fn::GetAtt" -> Stream.of(name(argument, first(argument).asText()));
            case "Fn::If" -> in(branch.apply(argument));
            case "Fn::Sub" -> substituted(argument);
            default -> in(argument);
        };
    }

    private Stream<Scalar> substituted(Node argument) {
        Node template = first(argument);
        Mapping variables = argument instanceof Sequence list && list.items().size() == 2
                ? list.items().get(1).asMapping()
                : Mapping.empty(argument.place());
        Stream<Scalar> inText = Substitution.PLACEHOLDER
                .matcher(template.asText())
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> !name.startsWith("!") && variables.find(name).isEmpty())
                .map(name -> name(template, name));
        return Stream.concat(inText, variables.entries().values().stream().flatMap(this::in));
    }

    private static Node first(Node argument) {
        return argument instanceof Sequence(Place _, List<Node> items) && !items.isEmpty()
                ? items.getFirst()
                : argument;
    }

    private static Scalar name(Node at, String text) {
        return Scalar.text(at.place(), text.split("\\.")[0]);
    }
}
