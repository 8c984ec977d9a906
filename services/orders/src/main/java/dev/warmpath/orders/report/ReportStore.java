package dev.warmpath.orders.report;

import java.nio.file.Path;

/** Where reports are put; a second put under a key replaces the first. */
interface ReportStore {
    /** Keeps nothing: for priming, which must not write. */
    ReportStore NOWHERE = new ReportStore() {
        @Override
        public void put(String key, String type, Path file) {}

        @Override
        public void put(String key, String type, byte[] content) {}
    };

    /** @param type of the content, such as {@code application/gzip} */
    void put(String key, String type, Path file);

    /** @param type of the content, such as {@code application/gzip} */
    void put(String key, String type, byte[] content);
}
