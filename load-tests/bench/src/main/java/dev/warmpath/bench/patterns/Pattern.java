package dev.warmpath.bench.patterns;

import java.io.IOException;
import java.util.List;

/**
 * A pattern that can be left out, and how to measure what it is worth.
 *
 * @param name as its page in {@code docs/patterns} is called
 * @param question that the measurement answers, in one line
 */
record Pattern(String name, String question, Measurement measurement) {

    /** Does the same work without the pattern and with it; nothing else may differ. */
    @FunctionalInterface
    interface Measurement {
        /** In one setting or several, the one that the pattern is for first. */
        List<Trial> measure(Workbench workbench) throws IOException, InterruptedException;
    }

    PatternResult measure(Workbench workbench) throws IOException, InterruptedException {
        return new PatternResult(name, question, measurement.measure(workbench));
    }
}
