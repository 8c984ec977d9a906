package dev.warmpath.local;

import dev.warmpath.local.lambda.LogSink;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Prints what functions write, below the line of the request that it belongs to.
 *
 * <p>Messages that name no request, such as those of a starting or crashing environment, are printed as they come.
 */
final class FunctionLog implements LogSink {
    private static final String INDENT = "          ";
    private static final int REQUESTS_REMEMBERED = 1_000;

    private final PrintWriter out;
    private final SequencedMap<String, List<String>> waiting = new LinkedHashMap<>();
    private final SequencedMap<String, Boolean> printed = new LinkedHashMap<>();

    FunctionLog(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void message(String function, String environmentId, String message) {
        LogLine read = LogLine.of(message);
        String text = INDENT + environmentId + "  " + read.text().replace("\n", "\n" + INDENT);
        String request = read.requestId().orElse("");
        if (request.isEmpty() || printed.containsKey(request)) {
            print(text);
        } else {
            waiting.computeIfAbsent(request, _ -> new ArrayList<>()).add(text);
            forgetOldest(waiting);
        }
    }

    /** To be called after the request's own line; what arrives later is printed at once. */
    synchronized void requestPrinted(String requestId) {
        List<String> lines = waiting.remove(requestId);
        if (lines != null) {
            lines.forEach(this::print);
        }
        printed.put(requestId, true);
        forgetOldest(printed);
    }

    private void print(String text) {
        out.println(text);
        out.flush();
    }

    private static void forgetOldest(SequencedMap<String, ?> requests) {
        if (requests.size() > REQUESTS_REMEMBERED) {
            requests.pollFirstEntry();
        }
    }
}
