package dev.warmpath.local.streams;

import dev.warmpath.local.events.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Tells the log and the destination of a mapping what was given up. */
record Discards(Target target, Shard shard, OnFailure onFailure, InstantSource clock) {
    void accept(DiscardedBatch discarded) {
        String detail = target.detail(discarded.batch().size()) + " given up";
        target.deliveries()
                .listener()
                .accept(new Delivery(
                        Target.SOURCE, detail, Duration.ZERO, Optional.empty(), Optional.of(discarded.condition())));
        target.mapping()
                .failures()
                .destination()
                .ifPresent(queue -> send(queue, discarded.json(shard, clock.instant())));
    }

    /** A destination that fails must not hold up the records that follow. */
    private void send(String queue, String message) {
        try {
            onFailure.send(queue, message);
        } catch (RuntimeException e) {
            target.errors().accept(e);
        }
    }
}
