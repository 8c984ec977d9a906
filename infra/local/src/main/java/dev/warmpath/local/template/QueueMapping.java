package dev.warmpath.local.template;

import dev.warmpath.local.filter.EventFilter;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * An SQS queue that invokes a function.
 *
 * @param function logical id
 * @param batchSize most messages of one invocation
 * @param window how long a batch waits for further messages; zero for not at all
 * @param reportsFailures whether the function answers which of a batch's messages have failed
 * @param maximumConcurrency most invocations under way at once; empty for no limit of the mapping's own
 * @param filter of the messages that the function gets; the others are deleted
 */
public record QueueMapping(
        String function,
        QueueSpec queue,
        int batchSize,
        Duration window,
        boolean reportsFailures,
        OptionalInt maximumConcurrency,
        EventFilter filter) {}
