package dev.warmpath.telemetry;

import java.io.ByteArrayOutputStream;

/** Writes whole lines to standard output, which Lambda sends to CloudWatch Logs line by line. */
final class Output {
    private final ExecutionEnvironment environment;

    Output(ExecutionEnvironment environment) {
        this.environment = environment;
    }

    void line(ByteArrayOutputStream line) {
        line.write('\n');
        // A priming pass writes nothing, but by the same way, so that this is warm as well.
        int length = environment.current().priming() ? 0 : line.size();
        // Looked up for each line, since the runtime replaces the stream; one write keeps lines of threads whole.
        System.out.write(line.toByteArray(), 0, length);
        System.out.flush();
    }
}
