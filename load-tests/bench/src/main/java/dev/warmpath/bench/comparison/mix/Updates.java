package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Route;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whose profile may be changed next in a recording: one that was read, and not changed by this recording. */
final class Updates {
    /** So many requests before the change, the read has most likely been answered; the change waits for it if not. */
    static final int LEAD = 20;

    /** A GetUser of the recording. */
    record Read(String user, int position) {}

    private final Deque<Read> tooRecent = new ArrayDeque<>();
    private final Deque<Read> ready = new ArrayDeque<>();
    private final Set<String> changed = new HashSet<>();

    void note(Request request, int position) {
        if (request.route() == Route.GET_USER) {
            tooRecent.add(new Read(request.caller(), position));
        } else if (request.route() == Route.UPDATE_USER) {
            changed.add(request.caller());
        }
    }

    /** The latest such read; empty if there is none. */
    Optional<Read> changeableAt(int position) {
        while (!tooRecent.isEmpty() && tooRecent.peek().position() <= position - LEAD) {
            ready.push(tooRecent.remove());
        }
        ready.removeIf(read -> changed.contains(read.user()));
        return Optional.ofNullable(ready.peek());
    }
}
