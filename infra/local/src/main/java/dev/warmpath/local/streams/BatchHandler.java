package dev.warmpath.local.streams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a lane does with its batches, one after the other. */
interface BatchHandler {
    void handle(List<StreamRecord> batch) throws InterruptedException;

    /** How long it may wait for a batch before {@link #rest} is called; empty for as long as it takes. */
    Optional<Duration> patience();

    /** Called when no batch came in time. */
    void rest() throws InterruptedException;

    /** Called when the shard has ended. */
    void end() throws InterruptedException;
}
