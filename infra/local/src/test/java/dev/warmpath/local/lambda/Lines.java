package dev.warmpath.local.lambda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what functions log. */
final class Lines implements LogSink {
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void message(String function, String environmentId, String message) {
        all.add(environmentId + " " + message);
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
