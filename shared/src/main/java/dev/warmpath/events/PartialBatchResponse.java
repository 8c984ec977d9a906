package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Tells Lambda which records of a batch failed, so that the others are not tried again ("Reporting batch item failures").
 *
 * @param failed ids of messages, or sequence numbers of stream records, of which only the first counts: Lambda goes on from there
 */
public record PartialBatchResponse(Collection<String> failed) {
    /** Writes the answer of the function. */
    public void write(OutputStream out) throws IOException {
        out.write(Json.write(Map.of("batchItemFailures", failures())).getBytes(StandardCharsets.UTF_8));
    }

    List<Map<String, String>> failures() {
        return failed.stream().map(id -> Map.of("itemIdentifier", id)).toList();
    }
}
