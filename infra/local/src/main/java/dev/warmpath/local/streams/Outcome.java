package dev.warmpath.local.streams;

import dev.warmpath.local.lambda.Invocation;

/** What became of bringing a batch to the function. */
sealed interface Outcome {
    /** All its records are processed. */
    record Done() implements Outcome {}

    /**
     * Records from {@code index} on are not processed.
     *
     * @param error whether the function failed, and did not merely report failures
     */
    record Failed(int index, Invocation.Report report, boolean error) implements Outcome {}

    /** The function was not reached, so the records come again and no retry is used up. */
    record Throttled() implements Outcome {}
}
