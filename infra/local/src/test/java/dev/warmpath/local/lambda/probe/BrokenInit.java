package dev.warmpath.local.lambda.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Cannot be constructed. */
public final class BrokenInit implements RequestStreamHandler {
    public BrokenInit() {
        throw new IllegalStateException("TABLE_NAME is not set");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        throw new AssertionError("never reached");
    }
}
