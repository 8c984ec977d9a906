package dev.warmpath.local.streams;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the invocations of a window pass on.
 *
 * @param state what the last one returned
 */
record WindowState(Window window, Map<?, ?> state) {
    private static final int MOST_BYTES = 1024 * 1024;

    static WindowState fresh(Window window) {
        return new WindowState(window, Map.of());
    }

    /** Empty if the answer has no state, which Lambda takes for a failure. */
    Optional<WindowState> after(byte[] answer) {
        try {
            return JSON.std.anyFrom(answer) instanceof Map<?, ?> fields && fields.get("state") instanceof Map<?, ?> next
                    ? Optional.of(new WindowState(window, next))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** More than the 1 MB that Lambda passes on, after which it ends the window. */
    boolean isTooLarge() {
        return json(state).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** An event in the middle of the window. */
    byte[] event(List<StreamRecord> records, Shard shard) {
        return event(records, shard, false, false);
    }

    /** @param early whether the window has not come to its end */
    byte[] finalEvent(Shard shard, boolean early) {
        return event(List.of(), shard, true, early);
    }

    private byte[] event(List<StreamRecord> records, Shard shard, boolean last, boolean early) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "window",
                Map.of("start", window.start().toString(), "end", window.end().toString()));
        fields.put("state", state);
        fields.put("shardId", shard.id());
        fields.put("eventSourceARN", shard.streamArn());
        fields.put("isFinalInvokeForWindow", last);
        fields.put("isWindowTerminatedEarly", early);
        String object = json(fields);
        return EventJson.with(records, "," + object.substring(1, object.length() - 1));
    }

    private static String json(Map<?, ?> object) {
        try {
            return JSON.std.asString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
