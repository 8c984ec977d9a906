package dev.warmpath.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {
    private static final Set<String> BATCH = Set.of("a", "b", "c");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void answerThatNamesNoMessageMeansThatAllAreDone(String answer) {
        assertThat(failed(answer)).isEmpty();
    }

    @Test
    void namedMessagesHaveFailed() {
        assertThat(failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}"))
                .containsExactlyInAnyOrder("a", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"identifier\":\"b\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":1}]}",
                "{\"batchItemFailures\":[\"a\"]}",
                "{\"batchItemFailures\":\"a\"}",
                "[]",
                "\"done\"",
                "{\"batchItemFailures\":",
                "done"
            })
    void anyOtherAnswerFailsTheWholeBatch(String answer) {
        assertThat(failed(answer)).isEqualTo(BATCH);
    }

    private static Set<String> failed(String answer) {
        return BatchAnswer.failed(answer.getBytes(StandardCharsets.UTF_8), BATCH);
    }
}
