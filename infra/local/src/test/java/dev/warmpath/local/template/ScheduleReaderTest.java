package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SECTIONS = """
            Resources:
              Report:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: a.B::handleRequest
                  CodeUri: orders.jar
                  Events:
                    Nightly:
            """;
    private static final String RULE = """
                      Type: Schedule
                      Properties:
                        Schedule: rate(5 minutes)
            """;
    private static final String SCHEDULER = """
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: cron(0 3 * * ? *)
            """;

    @Test
    void ruleHasItsDefaults() {
        ScheduleSpec spec = spec(RULE);

        assertThat(spec.function()).isEqualTo("Report");
        assertThat(spec.source()).isEqualTo("aws.events");
        assertThat(spec.arn()).isEqualTo("arn:aws:events:us-east-1:000000000000:rule/warmpath-ReportNightly");
        assertThat(spec.schedule().next(NOON)).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(spec.input()).isEmpty();
        assertThat(spec.enabled()).isTrue();
        assertThat(spec.retries()).isEqualTo(2);
    }

    @Test
    void ruleMayHaveNameInputAndSwitch() {
        ScheduleSpec spec = spec(RULE + """
                            Name: every-five
                            Input: '{"full": true}'
                            Enabled: false
                """);

        assertThat(spec.arn()).endsWith(":rule/every-five");
        assertThat(spec.input()).isEqualTo(Optional.of("{\"full\": true}"));
        assertThat(spec.enabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ENABLED, true", "DISABLED, false"})
    void stateSwitchesBothKinds(String state, boolean enabled) {
        String property = "            State: " + state + "\n";

        assertThat(spec(RULE + property).enabled()).isEqualTo(enabled);
        assertThat(spec(SCHEDULER + property).enabled()).isEqualTo(enabled);
    }

    @Test
    void schedulerReadsItsTimeZone() {
        ScheduleSpec spec = spec(SCHEDULER + "            ScheduleExpressionTimezone: Asia/Tokyo\n");

        assertThat(spec.source()).isEqualTo("aws.scheduler");
        assertThat(spec.arn()).isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/ReportNightly");
        assertThat(spec.schedule().next(NOON)).contains(Instant.parse("2026-11-20T18:00:00Z"));
    }

    @Test
    void schedulerWithoutATimeZoneIsInUtc() {
        assertThat(spec(SCHEDULER).schedule().next(NOON)).contains(Instant.parse("2026-11-21T03:00:00Z"));
    }

    @Test
    void functionMayHaveFewerRetries() {
        String sections = SECTIONS.replace(
                "      Events:\n", "      EventInvokeConfig: {MaximumRetryAttempts: 0}\n      Events:\n");

        assertThat(Sam.resolve(sections + RULE).schedules().getFirst().retries())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Input: '{' | .Input: the input is no JSON; expected the event as JSON text",
                "State: 'OFF' | .State: \"OFF\" is not supported; expected DISABLED or ENABLED",
            })
    void wrongPropertyOfARuleIsNamedWithItsPlace(String property, String message) {
        assertThat(Sam.errorOf(SECTIONS + RULE + "            " + property + "\n"))
                .isEqualTo("template.yaml:14: Resources.Report.Properties.Events.Nightly.Properties" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Schedule: rate(5 minutes) | Schedule: rate(1 minutes) | .Schedule: \"rate(1 minutes)\" is no rate; expected the unit minute with the value 1",
                "Schedule: rate(5 minutes) | Schedule: cron(0 0 31 2 ? *) | .Schedule: \"cron(0 0 31 2 ? *)\" is never due; expected a date that exists",
            })
    void wrongExpressionIsNamedWithItsPlace(String right, String wrong, String message) {
        assertThat(Sam.errorOf(SECTIONS + RULE.replace(right, wrong)))
                .isEqualTo("template.yaml:13: Resources.Report.Properties.Events.Nightly.Properties" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ScheduleExpressionTimezone: Mars | .ScheduleExpressionTimezone: \"Mars\" is no time zone; expected one such as Europe/Berlin",
                "Input: '\"<aws.scheduler.execution-id>\"' | .Input: context attributes are not supported by the local run; expected plain JSON",
                "StartDate: 2027-01-01T00:00:00Z | .StartDate: StartDate is not supported by the local run; expected a schedule without start and end",
            })
    void wrongPropertyOfASchedulerIsNamedWithItsPlace(String property, String message) {
        assertThat(Sam.errorOf(SECTIONS + SCHEDULER + "            " + property + "\n"))
                .isEqualTo("template.yaml:14: Resources.Report.Properties.Events.Nightly.Properties" + message);
    }

    @Test
    void enabledAndStateExcludeEachOther() {
        assertThat(Sam.errorOf(SECTIONS + RULE + "            Enabled: true\n            State: ENABLED\n"))
                .endsWith("there are both Enabled and State; expected one of them");
    }

    private static ScheduleSpec spec(String event) {
        return Sam.resolve(SECTIONS + event).schedules().getFirst();
    }
}
