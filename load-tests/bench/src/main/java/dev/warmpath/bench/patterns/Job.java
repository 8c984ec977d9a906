package dev.warmpath.bench.patterns;

import java.io.IOException;

/** A way of doing a piece of work on stores. */
@FunctionalInterface
interface Job {
    /** Makes ready what the work needs, at nobody's charge. */
    default void prepare() throws IOException, InterruptedException {}

    /**
     * Does what a caller waits for.
     *
     * @return what the caller is answered
     */
    Object run() throws IOException, InterruptedException;

    /** Does what was left for later: charged as well, though no caller waits for it. */
    default void finish() throws IOException, InterruptedException {}

    /**
     * What came of it all, read at nobody's charge; the answer itself unless the work leaves something behind.
     *
     * @param answer that the caller got
     */
    default Object outcome(Object answer) throws IOException, InterruptedException {
        return answer;
    }
}
