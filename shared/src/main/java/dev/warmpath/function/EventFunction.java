package dev.warmpath.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What Lambda calls for an event of any kind: the function, with telemetry around it. Public, since the runtime client calls
 * the method by reflection, of the class that declares it.
 */
// What is made of this is called only by Lambda, after construction.
@SuppressWarnings("this-escape")
public abstract class EventFunction implements RequestStreamHandler {
    private final RequestStreamHandler handler = Telemetry.around(this::handle);

    protected EventFunction() {}

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        handler.handleRequest(event, answer, context);
    }

    /**
     * Handles one event.
     *
     * @throws IOException or anything unchecked if it failed, and Lambda is to do what it does then
     */
    protected abstract void handle(InputStream event, OutputStream answer, Context context) throws IOException;
}
