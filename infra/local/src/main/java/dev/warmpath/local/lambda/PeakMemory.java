package dev.warmpath.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Peak resident memory of a process, from Linux's {@code /proc}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)</a>
 */
final class PeakMemory {
    private static final long MAX_AGE_NANOS = Duration.ofMillis(100).toNanos();
    private static final String FIELD = "VmHWM:";

    private final Path status;
    private volatile int megabytes;
    private volatile long readAt;

    PeakMemory(long pid) {
        status = Path.of("/proc", Long.toString(pid), "status");
    }

    /** In megabytes, 0 if unknown; read at most ten times a second, since it is asked for after every invocation. */
    int megabytes() {
        long now = System.nanoTime();
        if (megabytes == 0 || now - readAt > MAX_AGE_NANOS) {
            megabytes = Math.max(megabytes, read());
            readAt = now;
        }
        return megabytes;
    }

    private int read() {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .mapToInt(PeakMemory::parse)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // There is no /proc on this system, or the process is gone.
            return 0;
        }
    }

    /** From a line such as {@code VmHWM:     51200 kB}. */
    private static int parse(String line) {
        String kilobytes = line.substring(FIELD.length()).replace("kB", "").strip();
        return Math.ceilDiv(Integer.parseInt(kilobytes), 1024);
    }
}
