package dev.warmpath.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.events.StreamRecord.Change;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamEventTest {
    private static final String ARN =
            "arn:aws:dynamodb:eu-central-1:000000000000:table/t/stream/2026-01-01T00:00:00.000";

    private static final String CHANGED = """
            {"eventID": "7de3041dd709b024af6f29e4fa13d34c", "eventName": "MODIFY", "eventVersion": "1.1",
             "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1",
             "dynamodb": {"ApproximateCreationDateTime": 1767225600, "Keys": {"id": {"S": "a"}},
                          "NewImage": {"id": {"S": "a"}, "n": {"N": "2"}}, "OldImage": {"id": {"S": "a"}, "n": {"N": "1"}},
                          "SequenceNumber": "4421584500000000017450439091", "SizeBytes": 26,
                          "StreamViewType": "NEW_AND_OLD_IMAGES"},
             "eventSourceARN": "%s"}""".formatted(ARN);

    private static final String REMOVED = """
            {"eventID": "2", "eventName": "REMOVE", "dynamodb": {"Keys": {"id": {"S": "a"}}, "SequenceNumber": "3"},
             "eventSourceARN": "%s"}""".formatted(ARN);

    @Test
    void changeIsReadWithBothImages() throws IOException {
        assertThat(records(CHANGED))
                .containsExactly(new StreamRecord(
                        "7de3041dd709b024af6f29e4fa13d34c",
                        Change.MODIFY,
                        id(),
                        Optional.of(item("1")),
                        Optional.of(item("2")),
                        "4421584500000000017450439091",
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        ARN));
    }

    @Test
    void imagesAndTimeThatTheStreamDoesNotHaveAreEmpty() throws IOException {
        StreamRecord removed = records(REMOVED).getFirst();

        assertThat(removed.change()).isEqualTo(Change.REMOVE);
        assertThat(removed.oldImage()).isEmpty();
        assertThat(removed.newImage()).isEmpty();
        assertThat(removed.createdAt()).isEmpty();
    }

    @Test
    void recordsKeepTheirOrder() throws IOException {
        assertThat(records(CHANGED + "," + REMOVED + "," + CHANGED))
                .extracting(StreamRecord::sequenceNumber)
                .containsExactly("4421584500000000017450439091", "3", "4421584500000000017450439091");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Records\": {}}",
                "{\"Records\": [1]}",
                "{\"Records\": [{\"eventID\": \"1\", \"eventName\": \"UPSERT\"}]}",
                "{\"Records\": [{\"eventID\": \"1\", \"eventName\": \"INSERT\", \"eventSourceARN\": \"arn\"}]}"
            })
    void anythingElseIsNoEventOfAStream(String event) {
        assertThatThrownBy(() -> StreamEvent.read(bytes(event))).isInstanceOf(IOException.class);
    }

    @Test
    void eventOfAWindowHasItsStateAndTimes() throws IOException {
        WindowEvent event = WindowEvent.read(bytes("""
                {"Records": [%s], "window": {"start": "2026-01-01T00:00:00Z", "end": "2026-01-01T00:01:00Z"},
                 "state": {"orders": 3}, "shardId": "shard-1", "eventSourceARN": "%s",
                 "isFinalInvokeForWindow": false, "isWindowTerminatedEarly": false}""".formatted(CHANGED, ARN)));

        assertThat(event.records()).hasSize(1);
        assertThat(event.start()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(event.end()).isEqualTo("2026-01-01T00:01:00Z");
        assertThat(event.state()).isEqualTo(Map.of("orders", 3));
        assertThat(event.shardId()).isEqualTo("shard-1");
        assertThat(event.last()).isFalse();
        assertThat(event.terminatedEarly()).isFalse();
    }

    @Test
    void endOfAWindowIsTold() throws IOException {
        WindowEvent event = WindowEvent.read(bytes("""
                {"Records": [], "window": {"start": "2026-01-01T00:00:00Z", "end": "2026-01-01T00:01:00Z"},
                 "state": {}, "shardId": "shard-1", "isFinalInvokeForWindow": true, "isWindowTerminatedEarly": true}"""));

        assertThat(event.last()).isTrue();
        assertThat(event.terminatedEarly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\": []}",
                "{\"Records\": [], \"window\": {\"start\": \"now\", \"end\": \"then\"}, \"shardId\": \"1\"}"
            })
    void eventWithoutAWindowIsRefused(String event) {
        assertThatThrownBy(() -> WindowEvent.read(bytes(event)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tumbling window");
    }

    @Test
    void answerOfAWindowHasStateAndFailures() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WindowAnswer(Map.of("orders", 4), List.of("3")).write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"state\":{\"orders\":4},\"batchItemFailures\":[{\"itemIdentifier\":\"3\"}]}");
    }

    @Test
    void answerOfABatchNamesWhatFailed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PartialBatchResponse(List.of("3")).write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"3\"}]}");
    }

    private static List<StreamRecord> records(String records) throws IOException {
        return StreamEvent.read(bytes("{\"Records\": [" + records + "]}")).records();
    }

    private static Map<String, AttributeValue> id() {
        return Map.of("id", AttributeValue.fromS("a"));
    }

    private static Map<String, AttributeValue> item(String n) {
        return Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN(n));
    }

    private static ByteArrayInputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
