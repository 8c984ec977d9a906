package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Spells YAML's short forms out: {@code !Sub x} becomes {@code {Fn::Sub: x}}.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">
 * Intrinsic function reference</a>.
 */
final class ShortForm {
    private ShortForm() {}

    static Node expand(String tag, Node argument) {
        SequencedMap<String, Node> call = new LinkedHashMap<>();
        switch (tag) {
            case "Ref", "Condition" -> call.put(tag, argument);
            case "GetAtt" -> call.put("Fn::GetAtt", splitAttribute(argument));
            default -> call.put("Fn::" + tag, argument);
        }
        return new Mapping(argument.place(), call);
    }

    /** {@code !GetAtt Table.Arn} means {@code [Table, Arn]}: only the first dot divides. */
    private static Node splitAttribute(Node argument) {
        if (!(argument instanceof Scalar scalar) || !scalar.text().contains(".")) {
            return argument;
        }
        Place place = argument.place();
        String[] parts = scalar.text().split("\\.", 2);
        return new Sequence(place, List.of(Scalar.text(place, parts[0]), Scalar.text(place, parts[1])));
    }
}
