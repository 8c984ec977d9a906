package dev.warmpath.bench.patterns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which processors a process may use. */
final class Affinity {
    private Affinity() {}

    /**
     * Lets all threads of a process, and those it starts, use the first processors alone.
     *
     * @throws IllegalStateException if the machine has not as many, or no {@code taskset}
     * @see <a href="https://man7.org/linux/man-pages/man1/taskset.1.html">taskset(1)</a>
     */
    static void limit(ProcessHandle process, int processors) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "-apc", "0-" + (processors - 1), Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start();
        String said = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (taskset.waitFor() != 0) {
            throw new IllegalStateException(
                    "A function could not be held to " + processors + " processors: " + said.strip());
        }
    }
}
