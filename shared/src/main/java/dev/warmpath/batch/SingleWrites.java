package dev.warmpath.batch;

import dev.warmpath.deadline.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes many writes of which each takes a request of its own, as one with a condition does. */
public final class SingleWrites {
    private final Rounds rounds;

    /** @param atOnce how many requests may be under way; not more than the client has connections */
    public SingleWrites(int atOnce) {
        this(Rounds.of(atOnce));
    }

    SingleWrites(Rounds rounds) {
        this.rounds = rounds;
    }

    /**
     * Writes until everything is written or the time is over.
     *
     * @param attempt tries one write; empty if it is made, else what to try in its place, which may be itself. One that fails by
     *     throttling, a fault of the service or the connection is tried again as it was
     * @return those that are not known to be made; one whose request was under way when the time was over may be made yet
     * @throws RuntimeException what {@code attempt} throws otherwise
     */
    public <W> List<W> write(List<W> writes, Function<W, Optional<W>> attempt, Deadline deadline) {
        return rounds.<W, Void>send(
                        writes,
                        ChunkLimit.of(1),
                        one -> new Sent<>(
                                List.of(),
                                attempt.apply(one.getFirst()).stream().toList()),
                        deadline)
                .left();
    }
}
