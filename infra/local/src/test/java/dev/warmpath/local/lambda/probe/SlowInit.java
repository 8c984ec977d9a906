package dev.warmpath.local.lambda.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes longer to construct than its function's timeout allows. */
public final class SlowInit implements RequestStreamHandler {
    public SlowInit() throws InterruptedException {
        Thread.sleep(60_000);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        throw new AssertionError("never reached");
    }
}
