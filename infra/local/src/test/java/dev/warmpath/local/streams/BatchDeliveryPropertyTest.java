package dev.warmpath.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.streams.Outcome.Done;
import dev.warmpath.local.streams.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchDeliveryPropertyTest {
    private static final Invocation.Report REPORT = new Invocation.Report(
            "id",
            "Function-1",
            Invocation.Start.WARM,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            512,
            1);

    @Property(tries = 100)
    void bisectingGivesUpExactlyThePoisonedRecords(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll Set<@IntRange(min = 1, max = 40) Integer> poison)
            throws Exception {
        List<String> processed = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();

        delivery(givenUp).deliver(records(count), batch -> {
            if (batch.stream().anyMatch(found -> poison.contains(Integer.valueOf(found.sequenceNumber())))) {
                return new Failed(0, REPORT, true);
            }
            processed.addAll(numbers(batch));
            return new Done();
        });

        assertThat(processed).isEqualTo(numbers(count, number -> !poison.contains(number)));
        assertThat(givenUp).isEqualTo(numbers(count, poison::contains));
    }

    @Property(tries = 100)
    void functionThatReportsItsFailuresLosesNothingElse(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll Set<@IntRange(min = 1, max = 40) Integer> poison)
            throws Exception {
        List<String> processed = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();

        delivery(givenUp).deliver(records(count), batch -> {
            int failed = IntStream.range(0, batch.size())
                    .filter(i -> poison.contains(Integer.valueOf(batch.get(i).sequenceNumber())))
                    .findFirst()
                    .orElse(batch.size());
            processed.addAll(numbers(batch.subList(0, failed)));
            return failed < batch.size() ? new Failed(failed, REPORT, false) : new Done();
        });

        assertThat(givenUp).isEqualTo(numbers(count, poison::contains));
        assertThat(processed).containsAll(numbers(count, number -> !poison.contains(number)));
    }

    private static BatchDelivery delivery(List<String> givenUp) {
        return new BatchDelivery(
                new MappingBuilder("T").retries(0).bisect().failures(),
                new Pause(),
                () -> Instant.EPOCH,
                batch -> givenUp.addAll(numbers(batch.batch().records())));
    }

    private static List<String> numbers(List<StreamRecord> records) {
        return records.stream().map(StreamRecord::sequenceNumber).toList();
    }

    private static List<String> numbers(int count, IntPredicate wanted) {
        return IntStream.rangeClosed(1, count)
                .filter(wanted)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static List<StreamRecord> records(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new StreamRecord("" + number, Instant.EPOCH, "key", "{}"))
                .toList();
    }
}
