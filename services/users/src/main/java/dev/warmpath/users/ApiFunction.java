package dev.warmpath.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.http.HttpFunction;
import dev.warmpath.http.HttpHandler;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What Lambda calls for a route: the function with errors mapped to answers, and with telemetry around both. Public, since
 * the runtime client calls the method by reflection, of the class that declares it.
 */
public abstract class ApiFunction implements RequestStreamHandler, HttpFunction {
    private final RequestStreamHandler handler = Telemetry.around(new HttpHandler(this));

    /** For the functions of this service alone. */
    ApiFunction() {}

    @Override
    public final void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        handler.handleRequest(event, response, context);
    }
}
