package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: String, AllowedValues: [dev, prod]} | test | "
                        + "\"test\" is not allowed; expected one of [dev, prod]",
                "{Type: String, AllowedPattern: '[a-z]+'} | 12 | \"12\" is not allowed; expected a match of [a-z]+",
                "{Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: must be letters} | 12 | "
                        + "\"12\" is not allowed; the parameter must be letters; expected a match of [a-z]+",
                "{Type: String, AllowedPattern: '['} | 12 | \"[\" is no regular expression: Unclosed character class",
                "{Type: String, MinLength: 3} | ab | \"ab\" is not allowed; expected at least 3 characters",
                "{Type: String, MaxLength: 1} | ab | \"ab\" is not allowed; expected at most 1 characters",
                "{Type: Number} | many | \"many\" is no number; expected one",
                "{Type: Number, MinValue: 1} | 0 | \"0\" is not allowed; expected at least 1",
                "{Type: Number, MaxValue: 10} | 10.5 | \"10.5\" is not allowed; expected at most 10",
                "{Type: Text} | a | \"Text\" is no parameter type; expected String, Number or CommaDelimitedList",
            })
    void valueOutsideItsLimitsIsRefused(String declaration, String value, String sentence) {
        assertThat(Sam.errorOf("Parameters:\n  Given: " + declaration, Map.of("Given", value)))
                .startsWith("template.yaml:3: Parameters.Given")
                .endsWith(": " + sentence);
    }

    @Test
    void defaultIsCheckedToo() {
        assertThat(Sam.errorOf("Parameters:\n  Given: {Type: String, Default: c, AllowedValues: [a, b]}"))
                .isEqualTo("template.yaml:3: Parameters.Given: \"c\" is not allowed; expected one of [a, b]");
    }

    @Test
    void missingValueIsRefused() {
        assertThat(Sam.errorOf("Parameters:\n  Given: {Type: String}"))
                .isEqualTo("template.yaml:3: Parameters.Given: the parameter has no value; expected one, or a Default");
    }

    @Test
    void unknownParameterIsRefused() {
        assertThat(Sam.errorOf("Parameters:\n  Given: {Type: String, Default: a}", Map.of("Other", "b")))
                .isEqualTo("template.yaml:2: Parameters: there is no parameter \"Other\" to set; "
                        + "expected one of [Given]");
    }

    @Test
    void valueThatOnlyAnAccountHoldsMustBeGiven() {
        String sections = "Parameters:\n  Key: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /key}";

        assertThat(Sam.errorOf(sections))
                .isEqualTo("template.yaml:3: Parameters.Key.Type: \"AWS::SSM::Parameter::Value<String>\" is "
                        + "looked up in an AWS account; expected the value to be set for a local run");
    }

    @Test
    void givenValueTakesTheDefaultsPlace() {
        String sections = """
                Parameters:
                  Stage: {Type: String, Default: dev}
                Outputs:
                  Stage: {Value: !Ref Stage}
                """;

        assertThat(Sam.resolve(sections, Map.of("Stage", "prod")).outputs()).containsEntry("Stage", "prod");
    }
}
