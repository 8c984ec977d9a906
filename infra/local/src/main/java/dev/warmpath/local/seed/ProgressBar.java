package dev.warmpath.local.seed;

import java.io.PrintWriter;

/** How far something is: a line that moves on a terminal, and one line at the end elsewhere. */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final String START_OF_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final String what;
    private final int total;
    private int done;

    /** @param terminal whether somebody watches who sees a line move */
    public ProgressBar(PrintWriter out, boolean terminal, String what, int total) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
        show();
    }

    public void advance(int more) {
        done += more;
        show();
        if (done == total) {
            out.println(terminal ? "" : what + ": " + done + " of " + total);
            out.flush();
        }
    }

    private void show() {
        if (terminal) {
            int filled = (int) ((long) WIDTH * done / total);
            out.print(START_OF_LINE
                    + "%-9s [%s%s] %d of %d"
                            .formatted(what, "#".repeat(filled), "·".repeat(WIDTH - filled), done, total));
            out.flush();
        }
    }

    /** Leaves the line as it is, so that an error does not stand in it. */
    public void interrupt() {
        if (terminal && done < total) {
            out.println();
            out.flush();
        }
    }
}
