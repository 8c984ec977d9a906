package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final String SECTIONS = """
            Parameters:
              Stage: {Type: String, Default: dev}
            Conditions:
              Yes: !Equals [!Ref Stage, dev]
              No: !Not [!Condition Yes]
              Tested:\s""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Equals [a, a] | true",
                "!Equals [a, b] | false",
                "!Equals [1, '1'] | true",
                "!Not [!Condition No] | true",
                "!And [!Condition Yes, !Condition Yes] | true",
                "!And [!Condition Yes, !Condition No] | false",
                "!Or [!Condition No, !Condition Yes] | true",
                "!Or [!Condition No, !Condition No] | false",
                "{Condition: Yes} | true",
                "{'Fn::Equals': [!Ref Stage, dev]} | true",
            })
    void conditionComesToItsAnswer(String condition, boolean answer) {
        assertThat(Sam.valueOf("!If [Tested, 'true', 'false']", SECTIONS + condition))
                .isEqualTo(String.valueOf(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!And [!Condition Yes] | Fn::And has 1 conditions; expected 2 to 10",
                "!Not [] | Fn::Not has the wrong arguments; expected a list of one condition",
                "!Equals [a] | Fn::Equals has the wrong arguments; expected a list of two values",
                "!Condition Maybe | there is no condition \"Maybe\"; expected one of [Yes, No, Tested]",
                "!Sub a | Fn::Sub is not supported in a condition; expected Fn::Equals, Fn::And, Fn::Or, Fn::Not "
                        + "or Condition",
                "!Condition Tested | the condition needs itself through [Tested]; expected no circle",
                "!Equals [!GetAtt A.Arn, b] | Fn::GetAtt is not allowed here; expected parameters only",
                "yes | \"yes\" is not a mapping; expected keys with values",
            })
    void wrongConditionIsNamedWithItsPlace(String condition, String sentence) {
        assertThat(Sam.errorOf(SECTIONS + condition))
                .startsWith("template.yaml:7: Conditions.Tested")
                .endsWith(": " + sentence);
    }

    @Test
    void resourceAndOutputOfAFalseConditionAreLeftOut() {
        Application application = Sam.resolve("""
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Users:
                    Type: AWS::DynamoDB::Table
                    Condition: Never
                Outputs:
                  Users:
                    Condition: Never
                    Value: !Ref Users
                """);

        assertThat(application.tables()).isEmpty();
        assertThat(application.outputs()).isEmpty();
    }

    @Test
    void referenceToALeftOutResourceIsRefused() {
        assertThat(Sam.errorOf("""
                        Conditions:
                          Never: !Equals [a, b]
                        Resources:
                          Users:
                            Type: AWS::DynamoDB::Table
                            Condition: Never
                          Alarm:
                            Type: AWS::CloudWatch::Alarm
                            Properties: {Table: !Ref Users}
                        """))
                .isEqualTo("template.yaml:10: Resources.Alarm.Properties.Table: \"Users\" is left out by its condition "
                        + "Never; expected a reference under the same condition");
    }

    @Test
    void brokenRuleIsToldInItsOwnWords() {
        String sections = """
                Parameters:
                  Stage: {Type: String, Default: dev}
                Rules:
                  NoProd:
                    RuleCondition: !Not [!Equals [!Ref Stage, dev]]
                    Assertions:
                      - Assert: !Contains [[dev, test], !Ref Stage]
                        AssertDescription: Stage must be dev or test here
                """;

        assertThat(Sam.errorOf(sections, Map.of("Stage", "prod")))
                .isEqualTo("template.yaml:8: Rules.NoProd.Assertions[0]: Stage must be dev or test here");
        assertThat(Sam.resolve(sections, Map.of("Stage", "test")).outputs()).isEmpty();
    }
}
