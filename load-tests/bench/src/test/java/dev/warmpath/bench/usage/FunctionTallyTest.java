package dev.warmpath.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.template.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FunctionTallyTest {
    private final FunctionTally tally = new FunctionTally();

    private static Report report(Start start, int billed, int megabytes) {
        return new Report(
                "id",
                "GetUser-1",
                start,
                Duration.ZERO,
                Duration.ofMillis(billed),
                Duration.ofMillis(billed),
                Optional.empty(),
                512,
                megabytes);
    }

    private static FunctionSpec function(String logFormat, String systemLogLevel) {
        return new FunctionSpec(
                "GetUser",
                Path.of("code.jar"),
                List.of(),
                "Handler",
                512,
                Duration.ofSeconds(3),
                Map.of(),
                false,
                OptionalInt.empty(),
                true,
                logFormat,
                "INFO",
                systemLogLevel);
    }

    private FunctionUsage usage(String logFormat) {
        return usage(logFormat, "INFO");
    }

    private FunctionUsage usage(String logFormat, String systemLogLevel) {
        return tally.usage(function(logFormat, systemLogLevel), Map.of("dynamodb.GetItem", 2L), 1.5, 2);
    }

    @Test
    void invocationsAreSummed() {
        tally.invoked(report(Start.COLD, 700, 150), true);
        tally.invoked(report(Start.RESTORED, 30, 170), false);
        tally.invoked(report(Start.WARM, 3, 160), true);

        FunctionUsage usage = usage("JSON");

        assertThat(usage.invocations()).isEqualTo(3);
        assertThat(usage.starts()).isEqualTo(2);
        assertThat(usage.billedMilliseconds()).isEqualTo(733);
        assertThat(usage.mostMegabytes()).isEqualTo(170);
        assertThat(usage.memoryMegabytes()).isEqualTo(512);
        assertThat(usage.traces()).isEqualTo(2);
        assertThat(usage.calls()).isEqualTo(Map.of("dynamodb.GetItem", 2L));
        assertThat(usage.readUnits()).isEqualTo(1.5);
        assertThat(usage.writeUnits()).isEqualTo(2);
    }

    @Test
    void logBytesAreThoseOfTheLinesInUtf8() {
        tally.logged("grün");
        tally.logged("{}");

        assertThat(usage("JSON").logBytes()).isEqualTo(5 + 2);
        assertThat(usage("Text").logBytes()).isEqualTo(5 + 2);
    }

    @Test
    void whatLambdaItselfWritesIsAdded() {
        Report warm = report(Start.WARM, 3, 100);
        tally.invoked(warm, false);

        assertThat(usage("JSON").logBytes()).isEqualTo(PlatformLog.JSON.bytes(warm, false));
        assertThat(usage("Text").logBytes()).isEqualTo(PlatformLog.TEXT.bytes(warm, false));
    }

    @Test
    void atTheSystemLogLevelWarnLambdaWritesNothingOfWhatSucceeds() {
        tally.invoked(report(Start.RESTORED, 3, 100), true);
        tally.logged("{}");

        assertThat(usage("JSON", "WARN").logBytes()).isEqualTo(2);
    }

    @Test
    void plainTextHasNoSystemLogLevel() {
        Report warm = report(Start.WARM, 3, 100);
        tally.invoked(warm, false);

        assertThat(usage("Text", "WARN").logBytes()).isEqualTo(PlatformLog.TEXT.bytes(warm, false));
    }

    @Test
    void startsAndTracesMakeLambdaWriteMore() {
        for (PlatformLog format : PlatformLog.values()) {
            int plain = format.bytes(report(Start.WARM, 1, 1), false);

            assertThat(format.bytes(report(Start.WARM, 1, 1), true)).isGreaterThan(plain);
            assertThat(format.bytes(report(Start.COLD, 1, 1), false)).isGreaterThan(plain);
            assertThat(format.bytes(report(Start.RESTORED, 1, 1), false)).isGreaterThan(plain);
        }
    }

    @Test
    void eachCustomMetricIsNamedOnceHoweverOftenItIsWritten() {
        String line = "{\"_aws\":{\"CloudWatchMetrics\":[{\"Namespace\":\"W\",\"Dimensions\":[[]],"
                + "\"Metrics\":[{\"Name\":\"Hits\"}]}]},\"Hits\":1}";
        tally.logged(line);
        tally.logged(line);

        assertThat(usage("JSON").metrics()).containsExactly("W Hits");
        assertThat(usage("JSON").logBytes()).isEqualTo(2L * line.length());
    }
}
