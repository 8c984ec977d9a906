package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The template's conditions, evaluated when first asked for.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html">
 * Condition functions</a>.
 */
final class Conditions {
    private static final int MOST_OPERANDS = 10;

    private final Mapping declared;
    private final Intrinsics intrinsics;
    private final Map<String, Boolean> known = new HashMap<>();
    private final SequencedSet<String> underWay = new LinkedHashSet<>();

    Conditions(Mapping declared, ParameterNames names, Mapping mappings) {
        this.declared = declared;
        this.intrinsics = new Intrinsics(names, mappings, this::holds);
    }

    /** Evaluates them all, so that a fault in one that nobody uses is found too. */
    void check() {
        declared.entries().forEach((name, node) -> holds(Scalar.text(node.place(), name)));
    }

    boolean holds(Scalar name) {
        Boolean answer = known.get(name.text());
        if (answer == null) {
            answer = evaluate(name);
            known.put(name.text(), answer);
        }
        return answer;
    }

    private boolean evaluate(Scalar name) {
        Node condition = declared.find(name.text())
                .orElseThrow(() -> name.error("there is no condition \"" + name.text() + "\"; expected one of "
                        + declared.entries().keySet()));
        if (!underWay.add(name.text())) {
            throw condition.error("the condition needs itself through " + underWay + "; expected no circle");
        }
        boolean answer = test(condition);
        underWay.remove(name.text());
        return answer;
    }

    /** Evaluates a condition function. */
    boolean test(Node node) {
        Mapping call = node.asMapping();
        if (call.entries().size() != 1) {
            throw node.error("this is no condition; expected one function of Fn::Equals, Fn::And, Fn::Or or Fn::Not");
        }
        Node argument = call.entries().firstEntry().getValue();
        return switch (call.entries().firstEntry().getKey()) {
            case "Condition" -> holds(Scalar.text(argument.place(), argument.asText()));
            case "Fn::Equals" -> equal(argument);
            case "Fn::And" -> operands("Fn::And", argument).stream().allMatch(this::test);
            case "Fn::Or" -> operands("Fn::Or", argument).stream().anyMatch(this::test);
            case "Fn::Not" ->
                !test(Intrinsics.parts("Fn::Not", argument, "a list of one condition", 1)
                        .getFirst());
            case "Fn::Contains" -> contains(argument);
            case String function ->
                throw node.error(
                        function
                                + " is not supported in a condition; expected Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition");
        };
    }

    private boolean equal(Node argument) {
        List<Node> sides = Intrinsics.parts("Fn::Equals", argument, "a list of two values", 2);
        return text(sides.get(0)).equals(text(sides.get(1)));
    }

    private boolean contains(Node argument) {
        List<Node> sides = Intrinsics.parts("Fn::Contains", argument, "[list, value]", 2);
        String wanted = text(sides.get(1));
        return intrinsics.require(sides.get(0)).asItems().stream()
                .anyMatch(item -> item.asText().equals(wanted));
    }

    private String text(Node node) {
        return intrinsics.require(node).asText();
    }

    private static List<Node> operands(String function, Node argument) {
        List<Node> operands = argument.asItems();
        if (operands.size() < 2 || operands.size() > MOST_OPERANDS) {
            throw argument.error(function + " has " + operands.size() + " conditions; expected 2 to " + MOST_OPERANDS);
        }
        return operands;
    }
}
