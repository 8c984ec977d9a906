package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * All states that one profile had, in order, and what was answered of it meanwhile.
 *
 * <p>One thread changes the profile, and numbers its states by name; any number of threads read it.
 */
final class ProfileHistory {
    /** @param answered when its writer knew of it, in nanoseconds */
    private record State(String etag, Map<String, Object> fields, long answered) {}

    /**
     * An answer to a reader.
     *
     * @param started when the request was sent, in nanoseconds
     * @param oldest how far back the profile may have been in the state that is answered
     * @param fields empty if the answer was only that the state is still the one of the ETag
     */
    private record Seen(long started, Duration oldest, Optional<String> etag, Optional<Map<String, Object>> fields) {}

    private final List<State> states = new ArrayList<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    /** To be called by the writer, once each change is answered. */
    synchronized void changed(HttpResponse<String> answer) {
        states.add(new State(Api.etag(answer), Api.json(answer), System.nanoTime()));
    }

    synchronized String etag() {
        return states.getLast().etag();
    }

    synchronized String nameOfNext() {
        return "State " + states.size();
    }

    void seen(HttpResponse<String> answer, long started, Duration oldest) {
        Optional<Map<String, Object>> fields =
                answer.statusCode() == 304 ? Optional.empty() : Optional.of(Api.json(answer));
        seen.add(new Seen(started, oldest, Optional.of(Api.etag(answer)), fields));
    }

    /** Seen in a batch, where no ETag is answered. */
    void seen(Map<String, Object> fields, long started, Duration oldest) {
        seen.add(new Seen(started, oldest, Optional.empty(), Optional.of(fields)));
    }

    int timesSeen() {
        return seen.size();
    }

    /** To be called at the end: a state may be seen before its writer hears of it. */
    synchronized void assertNothingWrongWasSeen() {
        assertThat(seen.size()).as("answers about the profile").isPositive();
        seen.forEach(this::assertRight);
    }

    private void assertRight(Seen answer) {
        int number = numberOf(answer);
        assertThat(number).as("a state that the profile had, in " + answer).isNotNegative();
        assertThat(number)
                .as("no older state than " + answer.oldest() + " before the request, in " + answer)
                .isGreaterThanOrEqualTo(
                        lastAnsweredBefore(answer.started() - answer.oldest().toNanos()));
    }

    /** Negative if it never had this state. */
    private int numberOf(Seen answer) {
        int number = 0;
        while (number < states.size() && !matches(states.get(number), answer)) {
            number++;
        }
        return number < states.size() ? number : -1;
    }

    private static boolean matches(State state, Seen answer) {
        return answer.etag().map(state.etag()::equals).orElse(true)
                && answer.fields().map(state.fields()::equals).orElse(true);
    }

    private int lastAnsweredBefore(long time) {
        int last = -1;
        while (last + 1 < states.size() && states.get(last + 1).answered() < time) {
            last++;
        }
        return last;
    }
}
