package dev.warmpath.local.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the event of payload format 2.0. Fields that have nothing to say are left out, as API Gateway leaves them out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload format version 2.0</a>
 */
final class ProxyEvent {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String ACCOUNT = "000000000000";
    private static final String API = "warmpath";
    private static final int ENVELOPE_BYTES = 2048;

    private final ApiRequest request;
    private final Router.Match match;
    private final Optional<Caller> caller;
    private final String stage;

    ProxyEvent(ApiRequest request, Router.Match match, Optional<Caller> caller, String stage) {
        this.request = request;
        this.match = match;
        this.caller = caller;
        this.stage = stage;
    }

    byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(ENVELOPE_BYTES + request.body().length);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            writeRequest(json);
            writeContext(json);
            writeBody(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void writeRequest(JsonGenerator json) throws IOException {
        json.writeStringField("version", "2.0");
        json.writeStringField("routeKey", match.route().key());
        json.writeStringField("rawPath", request.path());
        json.writeStringField("rawQueryString", request.query());
        if (!request.cookies().isEmpty()) {
            writeList(json, "cookies", request.cookies());
        }
        writeMap(json, "headers", request.headers());
        if (!request.query().isEmpty()) {
            writeMap(json, "queryStringParameters", PercentEncoding.parameters(request.query()));
        }
        if (!match.pathParameters().isEmpty()) {
            writeMap(json, "pathParameters", match.pathParameters());
        }
    }

    private void writeContext(JsonGenerator json) throws IOException {
        String domain = domain();
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("accountId", ACCOUNT);
        json.writeStringField("apiId", API);
        if (caller.isPresent()) {
            writeCaller(json, caller.get());
        }
        json.writeStringField("domainName", domain);
        json.writeStringField("domainPrefix", domain.split("\\.", 2)[0]);
        writeHttp(json);
        json.writeStringField("requestId", request.id());
        json.writeStringField("routeKey", match.route().key());
        json.writeStringField("stage", stage);
        json.writeStringField("time", TIME.format(request.received()));
        json.writeNumberField("timeEpoch", request.received().toEpochMilli());
        json.writeEndObject();
    }

    /** The host asked for, without its port. */
    private String domain() {
        return request.header("host").orElse("").replaceFirst(":\\d*$", "");
    }

    private void writeHttp(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("http");
        json.writeStringField("method", request.method());
        json.writeStringField("path", request.path());
        json.writeStringField("protocol", request.protocol());
        json.writeStringField("sourceIp", request.sourceIp());
        json.writeStringField("userAgent", request.header("user-agent").orElse(""));
        json.writeEndObject();
    }

    private static void writeCaller(JsonGenerator json, Caller caller) throws IOException {
        json.writeObjectFieldStart("authorizer");
        json.writeObjectFieldStart("jwt");
        json.writeObjectFieldStart("claims");
        for (Map.Entry<String, Object> claim : caller.claims().entrySet()) {
            json.writeStringField(claim.getKey(), ClaimText.of(claim.getValue()));
        }
        json.writeEndObject();
        if (caller.scopes().isPresent()) {
            writeList(json, "scopes", caller.scopes().get());
        } else {
            json.writeNullField("scopes");
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeBody(JsonGenerator json) throws IOException {
        boolean text = request.body().length == 0 || TextTypes.include(request.header("content-type"));
        if (request.body().length > 0) {
            json.writeFieldName("body");
            if (text) {
                json.writeString(new String(request.body(), StandardCharsets.UTF_8));
            } else {
                json.writeBinary(request.body());
            }
        }
        json.writeBooleanField("isBase64Encoded", !text);
    }

    private static void writeMap(JsonGenerator json, String field, Map<String, String> map) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : map.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, String field, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
