package dev.warmpath.local.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The limits that a parameter's declaration sets to its value. */
record ParameterConstraints(Properties declaration) {

    void check(String value) {
        allowedValues(value);
        allowedPattern(value);
        length(value);
        range(value);
    }

    private void allowedValues(String value) {
        List<String> allowed = declaration.texts("AllowedValues");
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw refused(value, "one of " + allowed);
        }
    }

    private void allowedPattern(String value) {
        declaration.text("AllowedPattern").ifPresent(pattern -> {
            if (!compiled(pattern).matcher(value).matches()) {
                throw refused(value, "a match of " + pattern);
            }
        });
    }

    private Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw declaration
                    .at("AllowedPattern")
                    .error("\"" + pattern + "\" is no regular expression: " + e.getDescription());
        }
    }

    private void length(String value) {
        declaration.integer("MinLength").ifPresent(least -> {
            if (value.length() < least) {
                throw refused(value, "at least " + least + " characters");
            }
        });
        declaration.integer("MaxLength").ifPresent(most -> {
            if (value.length() > most) {
                throw refused(value, "at most " + most + " characters");
            }
        });
    }

    private void range(String value) {
        declaration.decimal("MinValue").ifPresent(least -> {
            if (new BigDecimal(value).compareTo(least) < 0) {
                throw refused(value, "at least " + least);
            }
        });
        declaration.decimal("MaxValue").ifPresent(most -> {
            if (new BigDecimal(value).compareTo(most) > 0) {
                throw refused(value, "at most " + most);
            }
        });
    }

    private TemplateException refused(String value, String expected) {
        String why = declaration
                .text("ConstraintDescription")
                .map(text -> "the parameter " + text + "; ")
                .orElse("");
        return declaration.error("\"" + value + "\" is not allowed; " + why + "expected " + expected);
    }
}
