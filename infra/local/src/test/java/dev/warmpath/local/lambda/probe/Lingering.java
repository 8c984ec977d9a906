package dev.warmpath.local.lambda.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/** Leaves a thread running that keeps its JVM alive; events longer than two bytes are fatal errors. */
public final class Lingering implements RequestStreamHandler {
    public Lingering() {
        Thread.ofPlatform().daemon(false).start(Lingering::park);
        if (System.getenv().containsKey("NEVER_EXIT")) {
            Runtime.getRuntime().addShutdownHook(new Thread(Lingering::park));
        }
    }

    private static void park() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        if (input.readAllBytes().length > 2) {
            throw new InternalError("fatal");
        }
        output.write(Long.toString(ProcessHandle.current().pid()).getBytes());
    }
}
