package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionReaderTest {
    private static final String SECTIONS = """
            Resources:
              Libraries:
                Type: AWS::Serverless::LayerVersion
                Properties: {ContentUri: shared/layer.zip}
              Read:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: a.B::handleRequest
                  CodeUri: users.jar
            """;

    @Test
    void leftOutPropertiesHaveLambdasDefaults() {
        assertThat(function(""))
                .isEqualTo(new FunctionSpec(
                        "Read",
                        Path.of("/project/users.jar"),
                        List.of(),
                        "a.B::handleRequest",
                        128,
                        Duration.ofSeconds(3),
                        Map.of(),
                        false,
                        OptionalInt.empty(),
                        false,
                        "Text",
                        "INFO",
                        "INFO"));
    }

    @Test
    void everyPropertyIsRead() {
        assertThat(function("""
                      MemorySize: 1769
                      Timeout: 30
                      Layers: [!Ref Libraries]
                      ReservedConcurrentExecutions: 7
                      Tracing: Active
                      AutoPublishAlias: live
                      SnapStart: {ApplyOn: PublishedVersions}
                      LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: ERROR, SystemLogLevel: WARN}
                      Environment: {Variables: {TTL: 2, TABLE: users}}
                """))
                .isEqualTo(new FunctionSpec(
                        "Read",
                        Path.of("/project/users.jar"),
                        List.of(Path.of("/project/shared/layer.zip")),
                        "a.B::handleRequest",
                        1769,
                        Duration.ofSeconds(30),
                        Map.of("TTL", "2", "TABLE", "users"),
                        true,
                        OptionalInt.of(7),
                        true,
                        "JSON",
                        "ERROR",
                        "WARN"));
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 10_240})
    void memoryAtItsLimitsIsTaken(int megabytes) {
        assertThat(function("      MemorySize: " + megabytes).memoryMegabytes()).isEqualTo(megabytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 900})
    void timeoutAtItsLimitsIsTaken(int seconds) {
        assertThat(function("      Timeout: " + seconds).timeout()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MemorySize: 127 | .MemorySize: 127 is out of range; expected 128 to 10240",
                "MemorySize: 10241 | .MemorySize: 10241 is out of range; expected 128 to 10240",
                "MemorySize: much | .MemorySize: \"much\" is no whole number; expected one",
                "Timeout: 0 | .Timeout: 0 is out of range; expected 1 to 900",
                "Timeout: 901 | .Timeout: 901 is out of range; expected 1 to 900",
                "ReservedConcurrentExecutions: -1 | .ReservedConcurrentExecutions: -1 is out of range; "
                        + "expected 0 to 2147483647",
                "PackageType: Image | .PackageType: \"Image\" is not supported; expected Zip",
                "InlineCode: x | .InlineCode: InlineCode is not supported by the local run; "
                        + "expected a built artefact in CodeUri",
                "Tracing: On | .Tracing: \"On\" is not supported; expected Active or PassThrough",
                "LoggingConfig: {LogFormat: XML} | .LoggingConfig.LogFormat: \"XML\" is not supported; "
                        + "expected JSON or Text",
                "LoggingConfig: {SystemLogLevel: ERROR} | .LoggingConfig.SystemLogLevel: \"ERROR\" is not supported; "
                        + "expected DEBUG or INFO or WARN",
                "SnapStart: {ApplyOn: All} | .SnapStart.ApplyOn: \"All\" is not supported; "
                        + "expected None or PublishedVersions",
                "SnapStart: {ApplyOn: PublishedVersions} | .SnapStart: only published versions have a snapshot; "
                        + "expected AutoPublishAlias beside SnapStart",
                "Layers: ['arn:aws:lambda:us-east-1:1:layer:x:1'] | .Layers: the layer "
                        + "\"arn:aws:lambda:us-east-1:1:layer:x:1\" is not in this template; "
                        + "expected an AWS::Serverless::LayerVersion",
                "Environment: {Variables: {AWS_REGION: x}} | .Environment.Variables.AWS_REGION: Lambda sets this "
                        + "variable itself; expected another name",
                "Environment: {Variables: {1ST: x}} | .Environment.Variables.1ST: this is no name for a variable; "
                        + "expected a letter, then letters, digits and _",
                "Environment: {Variables: [x]} | .Environment.Variables: a list is not a mapping; "
                        + "expected keys with values",
                "Events: {Bucket: {Type: S3}} | .Events.Bucket.Type: \"S3\" is not supported by the local run; "
                        + "expected HttpApi, SQS, DynamoDB, Schedule, ScheduleV2",
                "Events: {Rest: {Type: Api}} | .Events.Rest.Type: \"Api\" is not supported by the local run; "
                        + "expected HttpApi, SQS, DynamoDB, Schedule, ScheduleV2",
            })
    void wrongPropertyIsNamedWithItsPlace(String property, String message) {
        assertThat(errorOf("      " + property + "\n"))
                .isEqualTo("template.yaml:12: Resources.Read.Properties" + message);
    }

    @Test
    void otherRuntimesAreRefused() {
        assertThat(Sam.errorOf(SECTIONS.replace("java25", "python3.14")))
                .isEqualTo("template.yaml:9: Resources.Read.Properties.Runtime: \"python3.14\" is not supported; "
                        + "expected a Java runtime such as java25");
    }

    @ParameterizedTest
    @CsvSource({"Runtime, java25", "Handler, a.B::handleRequest"})
    void missingPropertyIsNamed(String property, String value) {
        assertThat(Sam.errorOf(SECTIONS.replace("      " + property + ": " + value + "\n", "")))
                .isEqualTo("template.yaml:8: Resources.Read.Properties: " + property + " is missing; expected a value");
    }

    @Test
    void artefactInS3IsRefused() {
        assertThat(Sam.errorOf(SECTIONS.replace("users.jar", "s3://bucket/key")))
                .isEqualTo("template.yaml:11: Resources.Read.Properties.CodeUri: an artefact in S3 is not supported; "
                        + "expected a path relative to the template");
    }

    @Test
    void snapStartExcludesLargeStorageAndProvisionedConcurrency() {
        String snapStart = "      AutoPublishAlias: live\n      SnapStart: {ApplyOn: PublishedVersions}\n";

        assertThat(errorOf(snapStart + "      EphemeralStorage: {Size: 513}"))
                .endsWith(".SnapStart: SnapStart allows 512 MB of ephemeral storage; expected no more than that");
        assertThat(errorOf(snapStart + "      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}"))
                .endsWith(".SnapStart: SnapStart and provisioned concurrency exclude each other; "
                        + "expected one of them");
    }

    @Test
    void variablesMayTakeFourKilobytes() {
        assertThat(function("      Environment: {Variables: {AB: " + "x".repeat(4094) + "}}")
                        .environment())
                .hasSize(1);
        assertThat(errorOf("      Environment: {Variables: {AB: " + "x".repeat(4095) + "}}"))
                .endsWith(".Environment.Variables: the variables take 4097 bytes; expected at most 4096");
    }

    private static FunctionSpec function(String properties) {
        return Sam.resolve(SECTIONS + properties).functions().getFirst();
    }

    private static String errorOf(String properties) {
        return Sam.errorOf(SECTIONS + properties);
    }
}
