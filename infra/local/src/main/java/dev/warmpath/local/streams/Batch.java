package dev.warmpath.local.streams;

import java.time.Duration;
import java.util.List;

/**
 * Records that go to the function together.
 *
 * @param retries how often these records were tried again after an error of the function
 * @param invocations how often they were brought to the function
 * @param waits how often somebody waited for them, which makes the next wait longer
 */
record Batch(List<StreamRecord> records, int retries, int invocations, int waits) {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 6;

    static Batch of(List<StreamRecord> records) {
        return new Batch(records, 0, 0, 0);
    }

    int size() {
        return records.size();
    }

    Batch invoked() {
        return new Batch(records, retries, invocations + 1, waits);
    }

    Batch retried() {
        return new Batch(records, retries + 1, invocations, waits + 1);
    }

    Batch waited() {
        return new Batch(records, retries, invocations, waits + 1);
    }

    Batch from(int index) {
        return between(index, size());
    }

    Batch between(int from, int to) {
        return new Batch(records.subList(from, to), retries, invocations, waits);
    }

    /** 0.1 s, doubled with each wait, up to 6.4 s. */
    Duration nextWait() {
        return FIRST_WAIT.multipliedBy(1L << Math.min(waits, MOST_DOUBLINGS));
    }
}
