package dev.warmpath.local.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON around records. */
final class EventJson {
    private EventJson() {}

    static byte[] of(List<StreamRecord> records) {
        return with(records, "");
    }

    /** @param more further fields, each after a comma */
    static byte[] with(List<StreamRecord> records, String more) {
        String list = records.stream().map(StreamRecord::json).collect(Collectors.joining(",", "[", "]"));
        return ("{\"Records\":" + list + more + "}").getBytes(StandardCharsets.UTF_8);
    }
}
