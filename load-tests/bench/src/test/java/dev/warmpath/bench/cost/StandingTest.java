package dev.warmpath.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What templates state is charged as they state it. */
class StandingTest {
    private static final Path PROJECT = Path.of("../..");

    private static final Map<String, String> TYPICAL = Map.of(
            "$context.requestId", "abcdefghIAMEJ3w=",
            "$context.requestTime", "20/Nov/2026:20:00:00 +0000",
            "$context.routeKey", "GET /users/{userId}",
            "$context.status", "200",
            "$context.responseLength", "250",
            "$context.responseLatency", "12",
            "$context.integrationLatency", "11",
            "$context.integrationErrorMessage", "-",
            "$context.authorizer.error", "-");

    @ParameterizedTest
    @EnumSource
    void alarmsQueueSourcesAndTracingAreThoseOfTheTemplate(Side side) throws IOException {
        String template = Files.readString(side.template(PROJECT));

        assertThat(Standing.of(side).alarms()).isEqualTo(count(template, "Type: AWS::CloudWatch::Alarm"));
        assertThat(Standing.of(side).queueSources()).isEqualTo(count(template, "Type: SQS\n"));
        assertThat(Standing.of(side).traced()).isEqualTo(template.contains("Tracing: Active"));
    }

    @Test
    void theAccessLogsLineIsAsLongAsTheTemplateMakesIt() throws IOException {
        String template = Files.readString(Side.OPTIMISED.template(PROJECT));
        String line = template.substring(
                        template.indexOf("{\"requestId\""), template.indexOf("authorizer.error\"}") + 18)
                .replaceAll("\\s*\n\\s*", " ");
        for (Map.Entry<String, String> variable : TYPICAL.entrySet()) {
            line = line.replace('"' + variable.getKey() + '"', '"' + variable.getValue() + '"');
        }

        assertThat(line).doesNotContain("$context");
        assertThat(Standing.of(Side.OPTIMISED).accessLogBytes())
                .isEqualTo(line.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void theBaselineKeepsNoAccessLog() throws IOException {
        assertThat(Files.readString(Side.BASELINE.template(PROJECT))).doesNotContain("AccessLogSettings");
        assertThat(Standing.of(Side.BASELINE).accessLogBytes()).isZero();
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
