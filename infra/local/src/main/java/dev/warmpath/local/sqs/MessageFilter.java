package dev.warmpath.local.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.template.QueueMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Tells which messages are for the function of a mapping. A body that is a JSON object is matched field by field, any other as
 * text.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html">Using event filtering with an Amazon SQS
 *     event source</a>
 */
record MessageFilter(QueueMapping mapping) {
    boolean admits(Message message) {
        Map<String, Object> record = new LinkedHashMap<>(QueueEvent.record(mapping.queue(), message));
        record.put("body", body(message.body()));
        try {
            return mapping.filter().matches(JSON.std.asString(record));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object body(String text) {
        try {
            return text.stripLeading().startsWith("{") ? JSON.std.mapFrom(text) : text;
        } catch (IOException noObject) {
            return text;
        }
    }
}
