package dev.warmpath.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class QueueEventTest {
    @Test
    void recordHasTheFieldsThatLambdaGivesIt() throws IOException {
        Message message = Message.builder()
                .messageId("id-1")
                .receiptHandle("handle")
                .body("{\"order\":\"ä\"}")
                .md5OfBody("md5")
                .attributesWithStrings(Map.of("ApproximateReceiveCount", "2", "SentTimestamp", "1520621625029"))
                .messageAttributes(Map.of(
                        "text",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("value")
                                        .build(),
                        "bytes",
                                MessageAttributeValue.builder()
                                        .dataType("Binary")
                                        .binaryValue(SdkBytes.fromUtf8String("1100"))
                                        .build()))
                .md5OfMessageAttributes("md5 of attributes")
                .build();

        assertThat(records(QueueEvent.of(TestQueues.spec("Orders"), List.of(message))
                        .getFirst()))
                .containsExactly(Map.ofEntries(
                        Map.entry("messageId", "id-1"),
                        Map.entry("receiptHandle", "handle"),
                        Map.entry("body", "{\"order\":\"ä\"}"),
                        Map.entry(
                                "attributes", Map.of("ApproximateReceiveCount", "2", "SentTimestamp", "1520621625029")),
                        Map.entry(
                                "messageAttributes",
                                Map.of(
                                        "text",
                                        attribute("stringValue", "value", "String"),
                                        "bytes",
                                        attribute("binaryValue", "MTEwMA==", "Binary"))),
                        Map.entry("md5OfMessageAttributes", "md5 of attributes"),
                        Map.entry("md5OfBody", "md5"),
                        Map.entry("eventSource", "aws:sqs"),
                        Map.entry("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:Orders"),
                        Map.entry("awsRegion", "us-east-1")));
    }

    @Property(tries = 100)
    void batchIsSplitInOrderIntoEventsWithinTheLimit(
            @ForAll @Size(min = 1, max = 30) List<@StringLength(max = 300) String> bodies,
            @ForAll @IntRange(min = 2_500, max = 6_000) int limit)
            throws IOException {
        List<QueueEvent> events = QueueEvent.of(TestQueues.spec("Orders"), messages(bodies), limit);

        List<Object> seen = new ArrayList<>();
        for (QueueEvent event : events) {
            assertThat(event.json().length).isLessThanOrEqualTo(limit);
            assertThat(event.messages()).hasSameSizeAs(records(event)).isNotEmpty();
            records(event).forEach(record -> seen.add(record.get("body")));
        }
        assertThat(seen).isEqualTo(bodies);
    }

    private static List<Message> messages(List<String> bodies) {
        return bodies.stream()
                .map(body -> Message.builder().messageId("id").body(body).build())
                .toList();
    }

    private static Map<String, Object> attribute(String field, String value, String type) {
        return Map.of(field, value, "stringListValues", List.of(), "binaryListValues", List.of(), "dataType", type);
    }

    private static List<Map<String, Object>> records(QueueEvent event) throws IOException {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Object record : (List<?>) JSON.std.mapFrom(event.json()).get("Records")) {
            Map<String, Object> fields = new HashMap<>();
            ((Map<?, ?>) record).forEach((name, value) -> fields.put((String) name, value));
            records.add(fields);
        }
        return records;
    }
}
