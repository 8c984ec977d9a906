package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.QueueSpec.Redrive;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueReaderTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";
    private static final String DEAD = """
            Resources:
              DeadOrders:
                Type: AWS::SQS::Queue
              DeadFifo:
                Type: AWS::SQS::Queue
                Properties: {FifoQueue: true}
              Orders:
                Type: AWS::SQS::Queue
                Properties:
            """;

    @Test
    void queueHasItsAttributesAndItsRedrivePolicy() {
        QueueSpec queue = queue("""
                      VisibilityTimeout: 60
                      DelaySeconds: 1
                      ReceiveMessageWaitTimeSeconds: 20
                      MessageRetentionPeriod: 86400
                      SqsManagedSseEnabled: true
                      RedriveAllowPolicy: {redrivePermission: denyAll}
                      RedrivePolicy:
                        deadLetterTargetArn: !GetAtt DeadOrders.Arn
                        maxReceiveCount: 5
                """);

        assertThat(queue)
                .isEqualTo(new QueueSpec(
                        "Orders",
                        "Orders",
                        "http://sqs.us-east-1.localhost/000000000000/Orders",
                        ARN + "Orders",
                        Duration.ofSeconds(60),
                        Map.of(
                                "VisibilityTimeout", "60",
                                "DelaySeconds", "1",
                                "ReceiveMessageWaitTimeSeconds", "20",
                                "MessageRetentionPeriod", "86400"),
                        Optional.of(new Redrive(ARN + "DeadOrders", 5))));
    }

    @Test
    void leftOutVisibilityIsThirtySeconds() {
        assertThat(queue("      DelaySeconds: 0").visibilityTimeout()).hasSeconds(30);
    }

    @Test
    void queueIsReferredToByUrlNameAndArn() {
        assertThat(Sam.valueOf("!Ref Orders", DEAD + "      QueueName: Given"))
                .isEqualTo("http://sqs.us-east-1.localhost/000000000000/Given");
        assertThat(Sam.valueOf("!GetAtt Orders.QueueUrl", DEAD + "      QueueName: Given"))
                .endsWith("/Given");
        assertThat(Sam.valueOf("!GetAtt Orders.QueueName", DEAD + "      QueueName: Given"))
                .isEqualTo("Given");
        assertThat(Sam.valueOf("!GetAtt Orders.Arn", DEAD + "      QueueName: Given"))
                .isEqualTo(ARN + "Given");
    }

    @Test
    void nameThatCloudFormationMakesUpForAFifoQueueEndsInFifo() {
        QueueSpec queue = queue("      FifoQueue: true\n      ContentBasedDeduplication: true");

        assertThat(queue.name()).isEqualTo("Orders.fifo");
        assertThat(queue.isFifo()).isTrue();
        assertThat(queue.attributes()).containsEntry("FifoQueue", "true");
    }

    @Test
    void fifoQueueWithAnotherNameIsRefused() {
        assertThat(errorOf("      FifoQueue: true\n      QueueName: Orders"))
                .isEqualTo("template.yaml:12: Resources.Orders.Properties.QueueName: \"Orders\" is no name for this "
                        + "kind of queue; expected .fifo at the end of a FIFO queue's name, and of no other's");
    }

    @ParameterizedTest
    @CsvSource({
        "VisibilityTimeout, 43201, 0 to 43200",
        "DelaySeconds, 901, 0 to 900",
        "ReceiveMessageWaitTimeSeconds, 21, 0 to 20",
        "MessageRetentionPeriod, 59, 60 to 1209600",
        "MaximumMessageSize, 1023, 1024 to 1048576"
    })
    void valueOutOfRangeIsNamedWithItsPlace(String property, String value, String range) {
        assertThat(errorOf("      " + property + ": " + value))
                .isEqualTo("template.yaml:11: Resources.Orders.Properties." + property + ": " + value
                        + " is out of range; expected " + range);
    }

    @Test
    void queueThatNeverDeliversIsRefused() {
        assertThat(errorOf("      RedrivePolicy: {deadLetterTargetArn: !GetAtt DeadOrders.Arn, maxReceiveCount: 0}"))
                .isEqualTo("template.yaml:11: Resources.Orders.Properties.RedrivePolicy.maxReceiveCount: "
                        + "0 is out of range; expected 1 to 1000");
    }

    @Test
    void redrivePolicyNeedsACount() {
        assertThat(errorOf("      RedrivePolicy: {deadLetterTargetArn: !GetAtt DeadOrders.Arn}"))
                .endsWith(".RedrivePolicy: maxReceiveCount is missing; expected a value");
    }

    @ParameterizedTest
    @CsvSource({"!GetAtt DeadFifo.Arn, DeadFifo.fifo", "arn:aws:sqs:us-east-1:000000000000:Elsewhere, Elsewhere"})
    void deadLetterQueueIsOneOfTheSameKindInTheTemplate(String arn, String name) {
        assertThat(errorOf("      RedrivePolicy: {deadLetterTargetArn: " + arn + ", maxReceiveCount: 3}"))
                .endsWith(".RedrivePolicy.deadLetterTargetArn: \"" + ARN + name + "\" is no queue of the same kind in "
                        + "this template; expected the Arn of a standard AWS::SQS::Queue");
    }

    @Test
    void queuePoliciesAreLeftToTheCloud() {
        assertThat(Sam.resolve(DEAD + """
                      DelaySeconds: 0
                  OrdersPolicy:
                    Type: AWS::SQS::QueuePolicy
                    Properties: {Queues: [!Ref Orders]}
                """).queues()).hasSize(3);
    }

    private static QueueSpec queue(String properties) {
        return Sam.resolve(DEAD + properties).queues().stream()
                .filter(queue -> queue.logicalId().equals("Orders"))
                .findFirst()
                .orElseThrow();
    }

    private static String errorOf(String properties) {
        return Sam.errorOf(DEAD + properties);
    }
}
