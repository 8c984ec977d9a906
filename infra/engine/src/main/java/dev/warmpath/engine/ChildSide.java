package dev.warmpath.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What an engine's main class does once it listens. */
public final class ChildSide {
    static final String PORT_LINE = "The engine listens on port ";

    private ChildSide() {}

    /**
     * Tells the parent the port, and ends this process when the parent ends, however it ends: the parent holds the other
     * end of standard input.
     */
    public static void serve(int port) throws IOException {
        System.out.println(PORT_LINE + port);
        System.in.transferTo(OutputStream.nullOutputStream());
        // Returning is not enough: an engine's own threads would keep the process alive.
        System.exit(0);
    }

    /** What {@link #serve} tells the parent; empty for any other line. */
    static Optional<Integer> port(String line) {
        return line.startsWith(PORT_LINE)
                ? Optional.of(Integer.valueOf(line.substring(PORT_LINE.length())))
                : Optional.empty();
    }
}
