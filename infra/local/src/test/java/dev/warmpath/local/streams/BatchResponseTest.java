package dev.warmpath.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {
    private static final List<StreamRecord> BATCH = List.of(numbered("10"), numbered("20"), numbered("30"));

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\": null}", "{\"batchItemFailures\": []}"})
    void nothingReportedIsSuccess(String answer) {
        assertThat(firstFailure(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"20\"}]} | 1",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"30\"}, {\"itemIdentifier\": \"20\"}]} | 1",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"10\"}]} | 0",
            })
    void lowestNumberReportedIsWhereItGoesOn(String answer, int index) {
        assertThat(firstFailure(answer)).hasValue(index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
                "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
                "{\"batchItemFailures\": [{\"identifier\": \"20\"}]}",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"25\"}]}",
                "{\"batchItemFailures\": [\"20\"]}",
                "{\"batchItemFailures\": \"20\"}",
                "[]",
                "\"done\"",
                "{"
            })
    void unreadableReportFailsTheWholeBatch(String answer) {
        assertThat(firstFailure(answer)).hasValue(0);
    }

    private static OptionalInt firstFailure(String answer) {
        return BatchResponse.firstFailure(answer.getBytes(StandardCharsets.UTF_8), BATCH);
    }

    private static StreamRecord numbered(String number) {
        return new StreamRecord(number, Instant.EPOCH, "key", "{}");
    }
}
