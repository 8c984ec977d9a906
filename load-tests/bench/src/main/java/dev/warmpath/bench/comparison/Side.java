package dev.warmpath.bench.comparison;

import java.nio.file.Path;
import java.util.Map;

/** The two implementations of the one API. */
public enum Side {
    OPTIMISED("template.yaml"),
    BASELINE("services/baseline/template.yaml");

    private final String template;

    Side(String template) {
        this.template = template;
    }

    public Path template(Path project) {
        return project.resolve(template);
    }

    /** The template's parameters for how it primes its functions before their snapshots, if it takes any. */
    public Map<String, String> priming(int passes) {
        return this == OPTIMISED ? Map.of("PrimingPasses", Integer.toString(passes)) : Map.of();
    }
}
