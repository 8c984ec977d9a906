package dev.warmpath.local.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The messages of the runtime client's logger, each of which comes in a frame, so that one call of the logger is one event
 * whatever ends of lines are in it. What the JVM itself writes between them, such as the report of a crash, is read by lines.
 *
 * <p>A frame is a type of four bytes, of which the first two are fixed, the number of the message's bytes in four, the time in
 * eight, and the message.
 *
 * @see <a
 *     href="https://github.com/aws/aws-lambda-java-libs/blob/main/aws-lambda-java-runtime-interface-client/src/main/java/com/amazonaws/services/lambda/runtime/api/client/logging/FramedTelemetryLogSink.java">FramedTelemetryLogSink</a>
 */
final class LogFrames implements Closeable {
    private static final int FIRST = 0xa5;
    private static final int SECOND = 0x5a;
    private static final int START_BYTES = 3;

    private final DataInputStream in;

    LogFrames(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    /** A message or a line, without its end of line, when it has come; empty at the end. */
    Optional<String> next() throws IOException {
        return isAtFrame() ? Optional.of(message()) : line();
    }

    /** The third byte of the type is zero, which no text has. */
    private boolean isAtFrame() throws IOException {
        in.mark(START_BYTES);
        boolean frame = in.read() == FIRST && in.read() == SECOND && in.read() == 0;
        in.reset();
        return frame;
    }

    private String message() throws IOException {
        in.readInt();
        int length = in.readInt();
        in.readLong();
        String message = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return message.endsWith("\n") ? message.substring(0, message.length() - 1) : message;
    }

    private Optional<String> line() throws IOException {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = isAtFrame() ? -1 : in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
