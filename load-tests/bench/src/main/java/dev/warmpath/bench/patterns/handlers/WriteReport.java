package dev.warmpath.bench.patterns.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/**
 * Answers, and writes a workbook only if the event asks for one.
 *
 * <p>Its variable: {@code WRITER}, {@code lazy} or {@code eager}, by which the library for workbooks is loaded and warmed at
 * the start.
 */
public final class WriteReport implements RequestStreamHandler {
    public WriteReport() throws IOException {
        if ("eager".equals(System.getenv("WRITER"))) {
            Writer.write();
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        if (Json.read(event).containsKey("report")) {
            Writer.write();
        }
        Json.write(Map.of("statusCode", 200), out);
    }

    /** The one class that uses the library, so that the JVM loads it with the first workbook and not before. */
    private static final class Writer {
        static void write() throws IOException {
            try (Workbook workbook = new Workbook(OutputStream.nullOutputStream(), "Warmpath", null)) {
                workbook.newWorksheet("Orders").value(0, 0, "Orders");
            }
        }
    }
}
