package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A subsegment sent on its own, as the <a
 * href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">segment documents</a> of X-Ray
 * define it.
 *
 * @param thrown what the subsegment failed with, or null
 * @param awsCall the call of the SDK that it stands for, or null
 */
record XRayDocument(
        String id,
        String name,
        XRayParent parent,
        long startMillis,
        long durationNanos,
        Map<String, String> annotations,
        Map<String, Object> metadata,
        Throwable thrown,
        AwsCall awsCall) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] HEADER = "{\"format\":\"json\",\"version\":1}\n".getBytes(StandardCharsets.US_ASCII);
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int DEEPEST_STACK = 32;
    private static final int TOO_MANY_REQUESTS = 429;

    /** The bytes of one datagram for the X-Ray daemon. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEADER);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeIdentity(json);
            writeAwsCall(json);
            writeThrown(json);
            writeAnnotations(json);
            writeMetadata(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A trace in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private void writeIdentity(JsonGenerator json) throws IOException {
        double start = startMillis / MILLIS_PER_SECOND;
        json.writeStringField("id", id);
        json.writeStringField("name", name);
        json.writeStringField("type", "subsegment");
        json.writeStringField("trace_id", parent.invocation().trace().traceId());
        json.writeStringField("parent_id", parent.id());
        json.writeNumberField("start_time", start);
        json.writeNumberField("end_time", start + durationNanos / NANOS_PER_SECOND);
    }

    private void writeAwsCall(JsonGenerator json) throws IOException {
        if (awsCall == null) {
            return;
        }
        json.writeStringField("namespace", "aws");
        json.writeObjectFieldStart("aws");
        json.writeStringField("operation", awsCall.operation());
        json.writeStringField("region", awsCall.region());
        if (!awsCall.table().isEmpty()) {
            json.writeStringField("table_name", awsCall.table());
        }
        json.writeStringField("request_id", awsCall.requestId());
        json.writeEndObject();
        if (awsCall.status() > 0) {
            json.writeObjectFieldStart("http");
            json.writeObjectFieldStart("response");
            json.writeNumberField("status", awsCall.status());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** X-Ray tells the caller's errors (4xx) from faults. */
    private void writeThrown(JsonGenerator json) throws IOException {
        if (thrown == null) {
            return;
        }
        int status = awsCall == null ? 0 : awsCall.status();
        json.writeBooleanField(status / 100 == 4 ? "error" : "fault", true);
        if (status == TOO_MANY_REQUESTS) {
            json.writeBooleanField("throttle", true);
        }
        json.writeObjectFieldStart("cause");
        json.writeArrayFieldStart("exceptions");
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("type", thrown.getClass().getName());
        json.writeStringField("message", thrown.getMessage());
        writeStack(json, thrown.getStackTrace());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeStack(JsonGenerator json, StackTraceElement[] frames) throws IOException {
        json.writeArrayFieldStart("stack");
        for (int i = 0; i < Math.min(frames.length, DEEPEST_STACK); i++) {
            json.writeStartObject();
            json.writeStringField("path", frames[i].getFileName());
            json.writeNumberField("line", frames[i].getLineNumber());
            json.writeStringField("label", frames[i].getClassName() + "." + frames[i].getMethodName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAnnotations(JsonGenerator json) throws IOException {
        if (annotations.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("annotations");
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            json.writeStringField(annotation.getKey(), annotation.getValue());
        }
        json.writeEndObject();
    }

    /** X-Ray groups metadata by namespace, and calls the usual one default. */
    private void writeMetadata(JsonGenerator json) throws IOException {
        if (metadata.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("metadata");
        json.writeObjectFieldStart("default");
        for (Map.Entry<String, Object> entry : metadata.entrySet()) {
            json.writeFieldName(entry.getKey());
            JsonValue.write(json, entry.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
