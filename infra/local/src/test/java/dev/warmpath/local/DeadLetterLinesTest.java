package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;

class DeadLetterLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void noMessagesAreASentence() {
        assertThat(new DeadLetterLines(CLOCK, true).of(List.of())).isEqualTo("The dead-letter queue is empty.\n");
    }

    @ParameterizedTest
    @CsvSource({"PT59S, 0 m 59 s", "PT61M, 1 h 1 m", "P3DT2H, 3 d 2 h"})
    void ageIsTwoUnitsLong(Duration age, String text) {
        assertThat(new DeadLetterLines(CLOCK, false).of(List.of(message("x", age))))
                .endsWith("  " + text + "\n");
    }

    @Test
    void bodiesAreLeftOutUnlessAskedFor() {
        List<Message> messages = List.of(message("ada@example.com", Duration.ZERO));

        assertThat(new DeadLetterLines(CLOCK, false).of(messages))
                .hasLineCount(2)
                .doesNotContain("ada");
        assertThat(new DeadLetterLines(CLOCK, true).of(messages))
                .hasLineCount(3)
                .endsWith("\n  ada@example.com\n");
    }

    @Test
    void bodyIsCutAndCannotSteerTheTerminal() {
        String lines = new DeadLetterLines(CLOCK, true)
                .of(List.of(message("\u001b[2J\nnext " + "x".repeat(200), Duration.ZERO)));

        assertThat(lines.lines().skip(2))
                .singleElement()
                .asString()
                .hasSize(123)
                .endsWith("x…")
                .doesNotContain("\u001b");
    }

    private static Message message(String body, Duration age) {
        return Message.builder()
                .messageId("3c1f8a0e-8f3c-4c55-9a53-2f1c8f2f7f10")
                .body(body)
                .attributesWithStrings(Map.of(
                        "ApproximateReceiveCount",
                        "5",
                        "SentTimestamp",
                        Long.toString(NOW.minus(age).toEpochMilli())))
                .build();
    }
}
