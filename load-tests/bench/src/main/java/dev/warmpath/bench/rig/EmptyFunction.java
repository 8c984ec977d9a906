package dev.warmpath.bench.rig;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Does nothing, so that what remains is the runtime client, the JVM and the local run: the floor of each figure. */
public final class EmptyFunction implements RequestStreamHandler {
    private static final byte[] ANSWER = {'{', '}'};

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(ANSWER);
    }
}
