package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::Sub}: puts values in the place of {@code ${Name}} and {@code ${Resource.Attribute}}; {@code ${!Name}} stays
 * as {@code ${Name}}.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">
 * Fn::Sub</a>.
 */
record Substitution(Scalar template, Mapping variables, Intrinsics intrinsics) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    static Substitution of(Scalar template, Intrinsics intrinsics) {
        return of(template, Mapping.empty(template.place()), intrinsics);
    }

    static Substitution of(Scalar template, Mapping variables, Intrinsics intrinsics) {
        return new Substitution(template, variables, intrinsics);
    }

    String apply() {
        return PLACEHOLDER.matcher(template.text()).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    private String replacement(MatchResult found) {
        String content = found.group(1);
        return content.startsWith("!") ? "${" + content.substring(1) + "}" : value(content.strip());
    }

    private String value(String name) {
        if (variables.find(name).isPresent()) {
            return intrinsics.require(variables.find(name).get()).asText();
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            return intrinsics
                    .names()
                    .ref(name, template.place())
                    .orElseThrow(() -> template.error("AWS::NoValue leaves no value in Fn::Sub; expected one"))
                    .asText();
        }
        return intrinsics
                .names()
                .attribute(name.substring(0, dot), name.substring(dot + 1), template.place())
                .asText();
    }
}
