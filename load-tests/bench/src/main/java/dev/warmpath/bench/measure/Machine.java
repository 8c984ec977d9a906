package dev.warmpath.bench.measure;

import java.util.Map;

/** The machine that measures. */
public final class Machine {
    private Machine() {}

    /** What a reader needs to compare figures of two machines. */
    public static Map<String, Object> description() {
        return Map.of(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "architecture",
                System.getProperty("os.arch"),
                "processors",
                Runtime.getRuntime().availableProcessors(),
                "java",
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    }
}
