package dev.warmpath.local;

import dev.warmpath.local.sqs.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Dead letters as a table for a person; bodies, which may hold personal data, only where asked for. */
record DeadLetterLines(Clock clock, boolean bodies) {
    private static final int LONGEST_BODY = 120;
    private static final String LINE = "%-36s  %8s  %9s%n";

    String of(List<Message> messages) {
        if (messages.isEmpty()) {
            return "The dead-letter queue is empty.%n".formatted();
        }
        StringBuilder lines = new StringBuilder(LINE.formatted("MESSAGE", "RECEIVED", "AGE"));
        messages.forEach(message -> lines.append(line(message)));
        if (messages.size() >= DeadLetters.MOST_LISTED) {
            lines.append("There may be more: at most about %d are listed.%n".formatted(DeadLetters.MOST_LISTED));
        }
        return lines.toString();
    }

    private String line(Message message) {
        String line = LINE.formatted(
                message.messageId(),
                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT),
                age(message));
        return bodies ? line + "  " + body(message.body()) + System.lineSeparator() : line;
    }

    private String age(Message message) {
        long sent = Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP));
        Duration age = Duration.between(Instant.ofEpochMilli(sent), clock.instant());
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        return age.toHours() > 0
                ? age.toHours() + " h " + age.toMinutesPart() + " m"
                : age.toMinutes() + " m " + age.toSecondsPart() + " s";
    }

    /** One line, without what could steer a terminal. */
    private static String body(String body) {
        String line = body.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_BODY ? line : line.substring(0, LONGEST_BODY) + "…";
    }
}
