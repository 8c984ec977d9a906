package dev.warmpath.local.streams;

import java.util.List;

/** The function behind a mapping. */
@FunctionalInterface
interface BatchFunction {
    Outcome invoke(List<StreamRecord> records) throws InterruptedException;
}
