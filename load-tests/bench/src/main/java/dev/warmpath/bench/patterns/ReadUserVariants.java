package dev.warmpath.bench.patterns;

import dev.warmpath.bench.patterns.handlers.ReadUser;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Variants of a function that reads one user, all with the same libraries. */
final class ReadUserVariants {
    private static final String[] DEFAULT_HTTP_CLIENT = {
        "apache5-client-", "httpclient5-", "httpcore5-5", "httpcore5-h2-"
    };

    private final Workbench workbench;
    private final Variants variants;

    ReadUserVariants(Workbench workbench) throws IOException {
        this.workbench = workbench;
        this.variants = Variants.of(workbench).with(DEFAULT_HTTP_CLIENT);
    }

    /** Over the CRT client made once and unprimed, but for what is said otherwise. */
    Subject subject(String name, Map<String, String> otherwise) {
        Map<String, String> environment =
                new HashMap<>(Map.of("HTTP_CLIENT", "crt", "CLIENT", "once", "PRIMING", "none"));
        environment.putAll(otherwise);
        return variants.subject(
                name,
                ReadUser.class,
                environment,
                workbench.subjects().getUser().events());
    }
}
