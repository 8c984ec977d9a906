package dev.warmpath.bench.comparison;

import java.nio.file.Path;

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
}
