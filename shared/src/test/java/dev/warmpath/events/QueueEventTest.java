package dev.warmpath.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueEventTest {
    @Test
    void recordsAreReadInTheirOrder() throws IOException {
        String event = """
                {"Records": [
                  {"messageId": "m-1", "receiptHandle": "r-1", "body": "one", "messageAttributes": {},
                   "attributes": {"ApproximateReceiveCount": "3", "SentTimestamp": "1795171840123"},
                   "eventSource": "aws:sqs"},
                  {"messageId": "m-2", "receiptHandle": "r-2", "body": "",
                   "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "0"}}]}""";

        assertThat(records(event))
                .containsExactly(
                        new QueueRecord("m-1", "r-1", "one", 3, Instant.ofEpochMilli(1_795_171_840_123L)),
                        new QueueRecord("m-2", "r-2", "", 1, Instant.EPOCH));
    }

    @Test
    void anEventMayHaveNoRecords() throws IOException {
        assertThat(records("{\"Records\": []}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"Records\": {}}",
                "{\"Records\": [1]}",
                "{\"Records\": [{\"messageId\": \"m\", \"receiptHandle\": \"r\", \"body\": \"b\"}]}",
                "{\"Records\": [{\"messageId\": \"m\", \"receiptHandle\": \"r\", \"body\": \"b\","
                        + "\"attributes\": {\"ApproximateReceiveCount\": \"many\", \"SentTimestamp\": \"0\"}}]}"
            })
    void anythingElseIsRefused(String event) {
        assertThatThrownBy(() -> records(event)).isInstanceOf(IOException.class);
    }

    private static List<QueueRecord> records(String event) throws IOException {
        return QueueEvent.records(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }
}
