package dev.warmpath.local.sqs;

import dev.warmpath.local.filter.EventFilter;
import dev.warmpath.local.filter.InvalidPatternException;
import dev.warmpath.local.template.QueueMapping;
import dev.warmpath.local.template.QueueSpec;
import dev.warmpath.local.template.QueueSpec.Redrive;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Queues and mappings as a template would declare them. */
final class TestQueues {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private TestQueues() {}

    static QueueSpec spec(String name) {
        return spec(name, Duration.ofSeconds(30), Optional.empty());
    }

    static QueueSpec spec(String name, Duration visibility, Optional<Redrive> redrive) {
        Map<String, String> attributes = new HashMap<>(Map.of("VisibilityTimeout", "" + visibility.toSeconds()));
        if (name.endsWith(".fifo")) {
            attributes.putAll(Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true"));
        }
        String url = "http://sqs.us-east-1.localhost/000000000000/" + name;
        return new QueueSpec(name, name, url, ARN + name, visibility, attributes, redrive);
    }

    static Redrive to(String deadLetterQueue, int maxReceiveCount) {
        return new Redrive(ARN + deadLetterQueue, maxReceiveCount);
    }

    /** Batches of 10, no window, partial batch responses. */
    static QueueMapping mapping(QueueSpec queue) {
        return mapping(queue, 10, Duration.ZERO);
    }

    static QueueMapping mapping(QueueSpec queue, int batchSize, Duration window) {
        return new QueueMapping("Fulfil", queue, batchSize, window, true, OptionalInt.empty(), EventFilter.none());
    }

    static QueueMapping mapping(QueueSpec queue, int maximumConcurrency) {
        return new QueueMapping(
                "Fulfil", queue, 1, Duration.ZERO, true, OptionalInt.of(maximumConcurrency), EventFilter.none());
    }

    static QueueMapping withoutReports(QueueSpec queue) {
        return new QueueMapping("Fulfil", queue, 10, Duration.ZERO, false, OptionalInt.empty(), EventFilter.none());
    }

    static QueueMapping filtered(QueueSpec queue, String pattern) throws InvalidPatternException {
        EventFilter filter = EventFilter.of(List.of(pattern));
        return new QueueMapping("Fulfil", queue, 10, Duration.ZERO, true, OptionalInt.empty(), filter);
    }
}
