package dev.warmpath.local.lambda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what functions log. */
final class Lines implements LogSink {
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void line(String function, String environmentId, String line) {
        all.add(environmentId + " " + line);
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
