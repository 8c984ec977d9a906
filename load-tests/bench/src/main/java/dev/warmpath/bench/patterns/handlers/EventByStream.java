package dev.warmpath.bench.patterns.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers a request with its caller and its name, read by Jackson's streaming parser into maps. */
public final class EventByStream implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> event = Json.read(in);
        Map<String, Object> authorizer =
                Json.fields(Json.fields(event.get("requestContext")).get("authorizer"));
        Map<String, Object> claims =
                Json.fields(Json.fields(authorizer.get("jwt")).get("claims"));
        Map<String, Object> profile =
                Json.read(new ByteArrayInputStream(event.get("body").toString().getBytes(StandardCharsets.UTF_8)));
        String body = Json.write(Map.of("userId", claims.get("sub"), "name", profile.get("name")));
        Json.write(Map.of("statusCode", 200, "body", body), out);
    }
}
