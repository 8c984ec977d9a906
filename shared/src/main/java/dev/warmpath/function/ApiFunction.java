package dev.warmpath.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.http.HttpFunction;
import dev.warmpath.http.HttpHandler;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * What Lambda calls for a route: the function with errors mapped to answers.
 *
 * <p>A request's log lines and traces carry the caller's own {@code X-Correlation-Id} if it is 1 to 128 of the characters
 * A-Z a-z 0-9 . _ -, and else the {@code x-request-id} that is answered.
 */
// What is made of this is called only by Lambda, after construction.
@SuppressWarnings("this-escape")
public abstract class ApiFunction extends EventFunction implements HttpFunction {
    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final RequestStreamHandler http = new HttpHandler(this::respondCorrelated);

    protected ApiFunction() {}

    @Override
    protected final void handle(InputStream event, OutputStream response, Context context) throws IOException {
        Telemetry.correlate(context.getAwsRequestId());
        http.handleRequest(event, response, context);
    }

    private Response respondCorrelated(Request request) {
        request.header("x-correlation-id")
                .filter(id -> CORRELATION_ID.matcher(id).matches())
                .ifPresent(Telemetry::correlate);
        return respond(request);
    }
}
