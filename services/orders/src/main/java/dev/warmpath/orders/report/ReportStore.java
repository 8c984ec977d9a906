package dev.warmpath.orders.report;

import java.nio.file.Path;

/** Where reports are put. */
@FunctionalInterface
interface ReportStore {
    /** Keeps nothing: for priming, which must not write. */
    ReportStore NOWHERE = (key, type, file) -> {};

    /**
     * Stores a file as a whole, in the place of what was there under the key.
     *
     * @param type of the content, such as {@code application/gzip}
     */
    void put(String key, String type, Path file);
}
