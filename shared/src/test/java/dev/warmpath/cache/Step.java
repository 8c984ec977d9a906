package dev.warmpath.cache;

/** Something that happens to caches, their levels or their source. */
record Step(Kind kind, int environment, String key, int millis) {
    enum Kind {
        GET,
        GET_ALL,
        GET_LATEST,
        FAILING_GET,
        OVERTAKEN_GET,
        WRITE,
        DELETE,
        PASS,
        CLEAR,
        LOSE,
        /** The row changes past all caches. */
        SILENT_WRITE,
        SILENT_DELETE,
        SILENTLY_OVERTAKEN_GET,
        /** The shared level can no longer be reached, so that writes to it are lost. */
        DOWN,
        UP
    }
}
