package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsEventTest {
    private static final String SECTIONS = """
            Resources:
              Orders:
                Type: AWS::SQS::Queue
                Properties: {VisibilityTimeout: 60}
              Line:
                Type: AWS::SQS::Queue
                Properties: {FifoQueue: true, VisibilityTimeout: 60}
              Short:
                Type: AWS::SQS::Queue
                Properties: {VisibilityTimeout: 9}
              Fulfil:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: a.B::handleRequest
                  CodeUri: orders.jar
                  Timeout: 10
                  Events:
                    Orders:
                      Type: SQS
                      Properties:
            """;
    private static final String PLACE = "Resources.Fulfil.Properties.Events.Orders.Properties";

    @Test
    void leftOutPropertiesHaveLambdasDefaults() {
        QueueMapping mapping = mappings("            Queue: !GetAtt Orders.Arn").getFirst();

        assertThat(mapping.function()).isEqualTo("Fulfil");
        assertThat(mapping.queue().logicalId()).isEqualTo("Orders");
        assertThat(mapping.batchSize()).isEqualTo(10);
        assertThat(mapping.window()).isZero();
        assertThat(mapping.reportsFailures()).isFalse();
        assertThat(mapping.maximumConcurrency()).isEmpty();
    }

    @Test
    void everyPropertyIsRead() {
        QueueMapping mapping = mappings("""
                            Queue: !GetAtt Orders.Arn
                            BatchSize: 10000
                            MaximumBatchingWindowInSeconds: 300
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            ScalingConfig: {MaximumConcurrency: 2}
                            Enabled: true
                            FilterCriteria: {Filters: [{Pattern: '{"body": ["a"]}'}]}
                """).getFirst();

        assertThat(mapping.batchSize()).isEqualTo(10_000);
        assertThat(mapping.window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(mapping.reportsFailures()).isTrue();
        assertThat(mapping.maximumConcurrency()).isEqualTo(OptionalInt.of(2));
        assertThat(mapping.filter().matches("{\"body\": \"a\"}")).isTrue();
        assertThat(mapping.filter().matches("{\"body\": \"b\"}")).isFalse();
    }

    @Test
    void mappingThatIsNotEnabledIsLeftOut() {
        assertThat(mappings("            Queue: !GetAtt Orders.Arn\n            Enabled: false"))
                .isEmpty();
    }

    @Test
    void visibilityTimeoutBelowTheFunctionsTimeoutIsRefused() {
        assertThat(errorOf("            Queue: !GetAtt Short.Arn"))
                .isEqualTo("template.yaml:23: " + PLACE + ".Queue: the visibility timeout of Short is 9 s; expected at "
                        + "least the function's timeout of 10 s, better six times that");
    }

    @ParameterizedTest
    @CsvSource({
        "Orders, 11, 0",
        "Line, 11, 0",
    })
    void batchOverTenNeedsAWindow(String queue, int size, int window) {
        assertThat(errorOf("            Queue: !GetAtt " + queue + ".Arn\n            BatchSize: " + size
                        + "\n            MaximumBatchingWindowInSeconds: " + window))
                .isEqualTo("template.yaml:24: " + PLACE + ".BatchSize: 11 is out of range; expected at most 10, or a "
                        + "standard queue and MaximumBatchingWindowInSeconds of 1 or more");
    }

    @Test
    void fifoQueueHasNoWindow() {
        assertThat(errorOf("            Queue: !GetAtt Line.Arn\n            MaximumBatchingWindowInSeconds: 1"))
                .endsWith(".MaximumBatchingWindowInSeconds: a FIFO queue has no batching window; expected none");
    }

    @ParameterizedTest
    @CsvSource({
        "BatchSize: 0, .BatchSize: 0 is out of range; expected 1 to 10000",
        "BatchSize: 10001, .BatchSize: 10001 is out of range; expected 1 to 10000",
        "MaximumBatchingWindowInSeconds: 301, .MaximumBatchingWindowInSeconds: 301 is out of range; expected 0 to 300",
        "ScalingConfig: {MaximumConcurrency: 1}, "
                + ".ScalingConfig.MaximumConcurrency: 1 is out of range; expected 2 to 1000",
        "FunctionResponseTypes: [Other], "
                + ".FunctionResponseTypes: [Other] is not supported; expected ReportBatchItemFailures",
        "ProvisionedPollerConfig: {MinimumPollers: 2}, "
                + ".ProvisionedPollerConfig: ProvisionedPollerConfig is not supported by the local run; expected none",
    })
    void wrongValueIsNamedWithItsPlace(String property, String message) {
        assertThat(errorOf("            Queue: !GetAtt Orders.Arn\n            " + property))
                .isEqualTo("template.yaml:24: " + PLACE + message);
    }

    @Test
    void filterThatIsNoPatternIsRefused() {
        assertThat(errorOf("            Queue: !GetAtt Orders.Arn\n"
                        + "            FilterCriteria: {Filters: [{Pattern: 'order'}]}"))
                .startsWith("template.yaml:24: " + PLACE + ".FilterCriteria.Filters: this is no event pattern");
    }

    @Test
    void queueOfAnotherTemplateIsRefused() {
        assertThat(errorOf("            Queue: arn:aws:sqs:us-east-1:000000000000:Elsewhere"))
                .endsWith(".Queue: \"arn:aws:sqs:us-east-1:000000000000:Elsewhere\" is no queue of this template; "
                        + "expected the Arn of an AWS::SQS::Queue");
    }

    private static List<QueueMapping> mappings(String properties) {
        return Sam.resolve(SECTIONS + properties.stripTrailing() + "\n").queueMappings();
    }

    private static String errorOf(String properties) {
        return Sam.errorOf(SECTIONS + properties);
    }
}
