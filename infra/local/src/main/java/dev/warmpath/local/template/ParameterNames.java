package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Scalar;
import java.util.Map;
import java.util.Optional;

/** Names that are known before any resource is: parameters and pseudo parameters. */
record ParameterNames(Map<String, Node> parameters, PseudoParameters pseudo) implements Names {
    private static final String NO_VALUE = "AWS::NoValue";

    boolean knows(String name) {
        return parameters.containsKey(name)
                || name.equals(NO_VALUE)
                || pseudo.values().containsKey(name);
    }

    @Override
    public Optional<Node> ref(String name, Place at) {
        if (name.equals(NO_VALUE)) {
            return Optional.empty();
        }
        return Optional.of(value(name, at));
    }

    @Override
    public Node attribute(String resource, String attribute, Place at) {
        throw at.error("Fn::GetAtt is not allowed here; expected parameters only");
    }

    private Node value(String name, Place at) {
        if (parameters.containsKey(name)) {
            return parameters.get(name);
        }
        String value = pseudo.values().get(name);
        if (value == null) {
            throw at.error("Ref to \"" + name + "\", which is no parameter; expected one of " + parameters.keySet());
        }
        return Scalar.text(at, value);
    }
}
