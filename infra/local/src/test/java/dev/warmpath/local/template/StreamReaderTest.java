package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.StreamMapping.Batching;
import dev.warmpath.local.template.StreamMapping.Failures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamReaderTest {
    private static final String SECTIONS = """
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: orders
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
              Project:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: a.B::handleRequest
                  CodeUri: orders.jar
                  Events:
                    Stream:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Orders.StreamArn
                        StartingPosition: TRIM_HORIZON
            """;

    @Test
    void leftOutPropertiesHaveLambdasDefaults() {
        StreamMapping mapping = mapping("");

        assertThat(mapping.function()).isEqualTo("Project");
        assertThat(mapping.table()).isEqualTo("orders");
        assertThat(mapping.latest()).isFalse();
        assertThat(mapping.batching()).isEqualTo(new Batching(100, Duration.ZERO, 1, Optional.empty()));
        assertThat(mapping.failures())
                .isEqualTo(new Failures(OptionalInt.empty(), Optional.empty(), false, false, Optional.empty()));
        assertThat(mapping.filter().matches("{}")).isTrue();
    }

    @Test
    void everyPropertyIsRead() {
        StreamMapping mapping = mapping("""
                            BatchSize: 25
                            MaximumBatchingWindowInSeconds: 2
                            ParallelizationFactor: 4
                            TumblingWindowInSeconds: 60
                            MaximumRetryAttempts: 3
                            MaximumRecordAgeInSeconds: 3600
                            BisectBatchOnFunctionError: true
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            Enabled: true
                            FilterCriteria:
                              Filters:
                                - Pattern: '{"eventName": ["INSERT"]}'
                """);

        assertThat(mapping.batching())
                .isEqualTo(new Batching(25, Duration.ofSeconds(2), 4, Optional.of(Duration.ofMinutes(1))));
        assertThat(mapping.failures())
                .isEqualTo(new Failures(
                        OptionalInt.of(3), Optional.of(Duration.ofHours(1)), true, true, Optional.empty()));
        assertThat(mapping.filter().matches("{\"eventName\": \"INSERT\"}")).isTrue();
        assertThat(mapping.filter().matches("{\"eventName\": \"REMOVE\"}")).isFalse();
    }

    @Test
    void minusOneMeansEndlessRetriesOfAnyAge() {
        StreamMapping mapping =
                mapping("            MaximumRetryAttempts: -1\n            MaximumRecordAgeInSeconds: -1\n");

        assertThat(mapping.failures().retries()).isEmpty();
        assertThat(mapping.failures().age()).isEmpty();
    }

    @Test
    void latestStartsWithWhatIsNew() {
        assertThat(Sam.resolve(SECTIONS.replace("TRIM_HORIZON", "LATEST"))
                        .streams()
                        .getFirst()
                        .latest())
                .isTrue();
    }

    @Test
    void mappingThatIsNotEnabledIsLeftOut() {
        assertThat(Sam.resolve(SECTIONS + "            Enabled: false\n").streams())
                .isEmpty();
    }

    @Test
    void standardQueueMayBeTheDestination() {
        assertThat(Sam.resolve(withDestination("Failures")).streams())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.failures().destination())
                        .contains("arn:aws:sqs:us-east-1:000000000000:Failures"));
    }

    @Test
    void fifoQueueIsNoDestination() {
        assertThat(Sam.errorOf(withDestination("Ordered")))
                .endsWith(
                        ".DestinationConfig.OnFailure.Destination: \"arn:aws:sqs:us-east-1:000000000000:Ordered.fifo\" "
                                + "is no standard queue of this template; expected the Arn of an AWS::SQS::Queue");
    }

    private static String withDestination(String queue) {
        return SECTIONS + """
                            DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt %s.Arn}}
                  Failures:
                    Type: AWS::SQS::Queue
                  Ordered:
                    Type: AWS::SQS::Queue
                    Properties: {FifoQueue: true}
                """.formatted(queue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BatchSize: 0 | .BatchSize: 0 is out of range; expected 1 to 10000",
                "BatchSize: 10001 | .BatchSize: 10001 is out of range; expected 1 to 10000",
                "MaximumBatchingWindowInSeconds: 301 | .MaximumBatchingWindowInSeconds: 301 is out of range; "
                        + "expected 0 to 300",
                "ParallelizationFactor: 11 | .ParallelizationFactor: 11 is out of range; expected 1 to 10",
                "TumblingWindowInSeconds: 901 | .TumblingWindowInSeconds: 901 is out of range; expected 0 to 900",
                "MaximumRetryAttempts: 10001 | .MaximumRetryAttempts: 10001 is out of range; expected -1 to 10000",
                "MaximumRecordAgeInSeconds: 59 | .MaximumRecordAgeInSeconds: 59 is out of range; "
                        + "expected 60 to 604800",
                "FunctionResponseTypes: [All] | .FunctionResponseTypes: [All] is not supported; "
                        + "expected ReportBatchItemFailures",
                "DestinationConfig: {OnFailure: {Type: SNS, Destination: x}} | "
                        + ".DestinationConfig.OnFailure.Type: \"SNS\" is not supported; expected SQS",
                "StartingPositionTimestamp: 1 | .StartingPositionTimestamp: StartingPositionTimestamp is not "
                        + "supported by the local run; expected none",
                "FilterCriteria: {Filters: [{Pattern: '{'}]} | .FilterCriteria.Filters: this is no event pattern "
                        + "(Unexpected end-of-input: expected close marker for Object (start marker at [Source:",
                "FilterCriteria: {Filters: [{}]} | .FilterCriteria.Filters[0]: Pattern is missing; expected a value",
            })
    void wrongPropertyIsNamedWithItsPlace(String property, String message) {
        assertThat(Sam.errorOf(SECTIONS + "            " + property + "\n"))
                .startsWith("template.yaml:22: Resources.Project.Properties.Events.Stream.Properties" + message);
    }

    @Test
    void startingPositionIsNeededAndHasTwoValues() {
        assertThat(Sam.errorOf(SECTIONS.replace("            StartingPosition: TRIM_HORIZON\n", "")))
                .endsWith(".Properties: StartingPosition is missing; expected a value");
        assertThat(Sam.errorOf(SECTIONS.replace("TRIM_HORIZON", "AT_TIMESTAMP")))
                .endsWith("\"AT_TIMESTAMP\" is not supported; expected LATEST or TRIM_HORIZON");
    }

    @Test
    void tableWithoutAStreamIsRefused() {
        String sections = SECTIONS.replace("      StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}\n", "");

        assertThat(Sam.errorOf(sections))
                .endsWith(
                        ".Properties.Stream: \"arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/local\" is "
                                + "no stream of this template; expected !GetAtt Table.StreamArn of a AWS::DynamoDB::Table "
                                + "with StreamSpecification");
    }

    @Test
    void functionOfAStreamNeedsNoRoute() {
        assertThat(Sam.resolve(SECTIONS).functions())
                .extracting(FunctionSpec::artefact)
                .containsExactly(Path.of("/project/orders.jar"));
        assertThat(Sam.resolve(SECTIONS).api().routes()).isEmpty();
    }

    private static StreamMapping mapping(String properties) {
        return Sam.resolve(SECTIONS + properties).streams().getFirst();
    }
}
