package dev.warmpath.local.streams;

import dev.warmpath.local.filter.EventFilter;
import dev.warmpath.local.filter.InvalidPatternException;
import dev.warmpath.local.template.StreamMapping;
import dev.warmpath.local.template.StreamMapping.Batching;
import dev.warmpath.local.template.StreamMapping.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A mapping of the tests: from the stream's beginning, batches of 100, no window, endless retries. */
final class MappingBuilder {
    static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:Failures";

    private final String table;
    private boolean latest;
    private int size = 100;
    private Duration window = Duration.ZERO;
    private int parallelization = 1;
    private Optional<Duration> tumbling = Optional.empty();
    private OptionalInt retries = OptionalInt.empty();
    private Optional<Duration> age = Optional.empty();
    private boolean bisect;
    private boolean reported;
    private EventFilter filter = EventFilter.none();

    MappingBuilder(String table) {
        this.table = table;
    }

    MappingBuilder latest() {
        latest = true;
        return this;
    }

    MappingBuilder size(int value) {
        size = value;
        return this;
    }

    MappingBuilder window(Duration value) {
        window = value;
        return this;
    }

    MappingBuilder parallelization(int value) {
        parallelization = value;
        return this;
    }

    MappingBuilder tumbling(Duration value) {
        tumbling = Optional.of(value);
        return this;
    }

    MappingBuilder retries(int value) {
        retries = OptionalInt.of(value);
        return this;
    }

    MappingBuilder age(Duration value) {
        age = Optional.of(value);
        return this;
    }

    MappingBuilder bisect() {
        bisect = true;
        return this;
    }

    MappingBuilder reported() {
        reported = true;
        return this;
    }

    MappingBuilder filter(String pattern) throws InvalidPatternException {
        filter = EventFilter.of(List.of(pattern));
        return this;
    }

    StreamMapping build() {
        return new StreamMapping(
                "Function", table, latest, new Batching(size, window, parallelization, tumbling), failures(), filter);
    }

    Failures failures() {
        return new Failures(retries, age, bisect, reported, Optional.of(QUEUE));
    }
}
