package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The template's parameters and the values that a run gives them.
 *
 * <p>Source: <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">
 * Parameters</a>.
 */
record Parameters(Mapping declared) {

    Map<String, Node> values(Map<String, String> overrides) {
        overrides.keySet().stream()
                .filter(name -> declared.find(name).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw declared.error("there is no parameter \"" + unknown + "\" to set; expected one of "
                            + declared.entries().keySet());
                });
        SequencedMap<String, Node> values = new LinkedHashMap<>();
        declared.entries().forEach((name, node) -> {
            Properties declaration = Properties.of(node);
            values.put(name, value(declaration, Optional.ofNullable(overrides.get(name))));
        });
        return values;
    }

    private static Node value(Properties declaration, Optional<String> override) {
        String text = override.or(() -> declaration.text("Default"))
                .orElseThrow(() -> declaration.error("the parameter has no value; expected one, or a Default"));
        String type = declaration.requiredText("Type");
        return switch (type) {
            case "String" -> checked(declaration, Scalar.text(declaration.place(), text));
            case "Number" -> checked(declaration, number(declaration, text));
            case "CommaDelimitedList" -> list(declaration, text);
            case String other when other.startsWith("List<") -> list(declaration, text);
            case String other when other.startsWith("AWS::") -> ofAccount(declaration, other, text, override);
            default ->
                throw declaration
                        .at("Type")
                        .error("\"" + type + "\" is no parameter type; expected String, Number or CommaDelimitedList");
        };
    }

    /** A value that AWS would check against the account, or look up there. */
    private static Node ofAccount(Properties declaration, String type, String text, Optional<String> override) {
        if (type.startsWith("AWS::SSM::Parameter::Value") && override.isEmpty()) {
            throw declaration
                    .at("Type")
                    .error("\"" + type
                            + "\" is looked up in an AWS account; expected the value to be set for a local run");
        }
        return Scalar.text(declaration.place(), text);
    }

    private static Node checked(Properties declaration, Scalar value) {
        new ParameterConstraints(declaration).check(value.text());
        return value;
    }

    private static Scalar number(Properties declaration, String text) {
        if (!text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
            throw declaration.error("\"" + text + "\" is no number; expected one");
        }
        boolean whole = text.matches("-?(0|[1-9]\\d{0,17})");
        return new Scalar(declaration.place(), text, whole ? Node.Kind.INTEGER : Node.Kind.DECIMAL);
    }

    private static Sequence list(Properties declaration, String text) {
        Place place = declaration.place();
        List<Node> items = text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(item -> checked(declaration, Scalar.text(place, item.strip())))
                        .toList();
        return new Sequence(place, items);
    }
}
