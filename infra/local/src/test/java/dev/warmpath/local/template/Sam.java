package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;

/** Templates written in tests. */
final class Sam {
    static final PseudoParameters PSEUDO = PseudoParameters.local("us-east-1");

    private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

    private Sam() {}

    /** Resolves a template given without its first line, the transform. */
    static Application resolve(String sections, Map<String, String> parameters) {
        return Template.parse(Path.of("/project/template.yaml"), HEAD + sections)
                .resolve(parameters, PSEUDO);
    }

    static Application resolve(String sections) {
        return resolve(sections, Map.of());
    }

    static String errorOf(String sections, Map<String, String> parameters) {
        return catchThrowableOfType(TemplateException.class, () -> resolve(sections, parameters))
                .getMessage();
    }

    static String errorOf(String sections) {
        return errorOf(sections, Map.of());
    }

    /** The value of an expression beside these other sections. */
    static String valueOf(String expression, String sections) {
        return resolve(sections + "\nOutputs:\n  Result:\n    Value: " + expression + "\n")
                .outputs()
                .get("Result");
    }

    static String errorOfValue(String expression, String sections) {
        return errorOf(sections + "\nOutputs:\n  Result:\n    Value: " + expression + "\n");
    }
}
