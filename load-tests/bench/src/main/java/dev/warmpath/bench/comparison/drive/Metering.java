package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.usage.Usage;

/** Measures what one side uses between two points of time. */
interface Metering {
    void begin();

    /** @param requests that callers made since */
    Usage end(long requests);
}
