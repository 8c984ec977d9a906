package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that the template shows to whoever deploys it. */
record Outputs(Mapping declared, Conditions conditions, Intrinsics intrinsics) {
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        declared.entries().forEach((name, node) -> {
            Properties output = Properties.of(node);
            if (isActive(output)) {
                values.put(name, value(output));
            }
        });
        return values;
    }

    private boolean isActive(Properties output) {
        return output.text("Condition")
                .map(name -> conditions.holds(Scalar.text(output.at("Condition"), name)))
                .orElse(true);
    }

    private String value(Properties output) {
        Node value = output.node("Value").orElseThrow(() -> output.error("Value is missing; expected one"));
        return intrinsics.require(value).asText();
    }
}
