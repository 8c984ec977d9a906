package dev.warmpath.events;

import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Lambda hands to the next invocation of the same window and shard; an answer without a state counts as a failure.
 *
 * @param state at most 1 MB as JSON; more ends the window early
 * @param failed sequence numbers of the records that failed, of which the first counts: Lambda goes on from there
 */
public record WindowAnswer(Map<String, ?> state, Collection<String> failed) {
    /** Writes the answer of the function. */
    public void write(OutputStream out) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("state", state);
        answer.put("batchItemFailures", new PartialBatchResponse(failed).failures());
        Json.write(answer, out);
    }
}
