package dev.warmpath.local.template;

import dev.warmpath.local.filter.EventFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A DynamoDB stream that invokes a function.
 *
 * @param table whose stream it is, by its name in DynamoDB
 * @param latest whether only records from the start of the run on count, and not all that the stream holds
 */
public record StreamMapping(
        String function, String table, boolean latest, Batching batching, Failures failures, EventFilter filter) {
    /**
     * How records come together.
     *
     * @param size most records of an invocation
     * @param window how long an invocation waits for further records; zero for not at all
     * @param parallelization how many batches of a shard may be under way, of different partition keys
     * @param tumblingWindow length of the windows over which state is passed on; empty for none
     */
    public record Batching(int size, Duration window, int parallelization, Optional<Duration> tumblingWindow) {}

    /**
     * What happens to a batch that fails.
     *
     * @param retries empty for endless ones
     * @param age after which a record is given up; empty for never
     * @param bisect whether a failed batch is halved
     * @param reported whether the function tells which records have failed
     * @param destination ARN of the queue that is told what was given up
     */
    public record Failures(
            OptionalInt retries,
            Optional<Duration> age,
            boolean bisect,
            boolean reported,
            Optional<String> destination) {}
}
