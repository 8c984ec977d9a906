package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the cloud reads of the orders service's template: policies of queues and bucket, and the alarms. */
class OrdersCloudOnlyTest {
    private static final RawTemplate TEMPLATE = RawTemplate.read();
    private static final Map<String, Object> WITHOUT_TLS = Map.of("Bool", Map.of("aws:SecureTransport", "false"));

    @Test
    void everyQueueRefusesWhoeverComesWithoutTls() {
        Map<String, Object> policy = TEMPLATE.properties("QueuesPolicy").value();

        assertThat(policy.get("Queues"))
                .isEqualTo(TEMPLATE.ids(Resource.QUEUE).stream()
                        .map(queue -> Map.of("Ref", queue))
                        .toList());
        assertThat(policy.get("PolicyDocument")).isEqualTo(denied("sqs:*", "*"));
    }

    @Test
    void reportsAreEncryptedAndTheirOwnersAlone() {
        assertThat(TEMPLATE.of(Resource.BUCKET))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.value())
                        .containsEntry(
                                "PublicAccessBlockConfiguration",
                                Map.of(
                                        "BlockPublicAcls", true,
                                        "BlockPublicPolicy", true,
                                        "IgnorePublicAcls", true,
                                        "RestrictPublicBuckets", true))
                        .containsEntry(
                                "OwnershipControls",
                                Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced"))))
                        .containsEntry(
                                "BucketEncryption",
                                Map.of(
                                        "ServerSideEncryptionConfiguration",
                                        List.of(Map.of(
                                                "ServerSideEncryptionByDefault", Map.of("SSEAlgorithm", "AES256"))))));
    }

    @Test
    void reportsGetCheaperAndAreForgotten() {
        Properties rule = Properties.of(new Properties(TEMPLATE.properties("ReportsBucket"))
                .child("LifecycleConfiguration")
                .node("Rules")
                .orElseThrow()
                .asItems()
                .getFirst());

        assertThat(rule.mapping().value())
                .containsEntry("Status", "Enabled")
                .containsEntry("Transitions", List.of(Map.of("StorageClass", "STANDARD_IA", "TransitionInDays", 30L)))
                .containsEntry("ExpirationInDays", 400L)
                .containsEntry("AbortIncompleteMultipartUpload", Map.of("DaysAfterInitiation", 1L));
    }

    @Test
    void bucketRefusesWhoeverComesWithoutTls() {
        Map<String, Object> policy = TEMPLATE.properties("ReportsBucketPolicy").value();

        assertThat(policy).containsEntry("Bucket", Map.of("Ref", "ReportsBucket"));
        assertThat(policy.get("PolicyDocument"))
                .isEqualTo(denied(
                        "s3:*",
                        List.of(
                                Map.of("Fn::GetAtt", List.of("ReportsBucket", "Arn")),
                                Map.of("Fn::Sub", "${ReportsBucket.Arn}/*"))));
    }

    @Test
    void bucketWithReportsInItOutlivesTheStack() {
        assertThat(TEMPLATE.resource("ReportsBucket").declaration().value())
                .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
                .containsEntry("UpdateReplacePolicy", "Retain");
    }

    @ParameterizedTest
    @CsvSource({"DeadLettersAlarm, OrdersDeadLetterQueue", "UnprojectedAlarm, UnprojectedQueue"})
    void firstMessageThatWasGivenUpRaisesAnAlarm(String alarm, String queue) {
        assertThat(TEMPLATE.properties(alarm).value())
                .containsEntry("Namespace", "AWS/SQS")
                .containsEntry("MetricName", "ApproximateNumberOfMessagesVisible")
                .containsEntry(
                        "Dimensions",
                        List.of(Map.of(
                                "Name", "QueueName", "Value", Map.of("Fn::GetAtt", List.of(queue, "QueueName")))))
                .containsEntry("Threshold", 0L)
                .containsEntry("ComparisonOperator", "GreaterThanThreshold");
    }

    private static Map<String, Object> denied(String action, Object resource) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Sid",
                        "RefuseWithoutTls",
                        "Effect",
                        "Deny",
                        "Principal",
                        "*",
                        "Action",
                        action,
                        "Resource",
                        resource,
                        "Condition",
                        WITHOUT_TLS)));
    }
}
