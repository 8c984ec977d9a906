package dev.warmpath.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers as soon as a file is there. */
public final class WaitingProbe implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        System.out.println("waits");
        Path file = Path.of(System.getenv("PROBE_FILE"));
        try {
            while (Files.notExists(file)) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.write("{\"answered\":true}".getBytes(StandardCharsets.UTF_8));
    }
}
