package dev.warmpath.local.lambda;

import dev.warmpath.local.template.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A function of the tests. */
final class SpecBuilder {
    private final String handler;
    private final Path artefact;
    private final List<Path> layers;
    private String name;
    private int memoryMegabytes = 512;
    private Duration timeout = Duration.ofMinutes(1);
    private Map<String, String> environment = Map.of();
    private boolean snapStart;
    private OptionalInt reservedConcurrency = OptionalInt.empty();
    private boolean activeTracing;
    private String logFormat = "Text";

    SpecBuilder(Class<?> handler, Path artefact, Path layer) {
        this.handler = handler.getName();
        this.artefact = artefact;
        this.layers = List.of(layer);
        this.name = handler.getSimpleName();
    }

    SpecBuilder named(String value) {
        name = value;
        return this;
    }

    SpecBuilder memory(int megabytes) {
        memoryMegabytes = megabytes;
        return this;
    }

    SpecBuilder timeout(Duration value) {
        timeout = value;
        return this;
    }

    SpecBuilder environment(Map<String, String> value) {
        environment = value;
        return this;
    }

    SpecBuilder snapStart() {
        snapStart = true;
        return this;
    }

    SpecBuilder reserved(int concurrency) {
        reservedConcurrency = OptionalInt.of(concurrency);
        return this;
    }

    SpecBuilder traced() {
        activeTracing = true;
        return this;
    }

    SpecBuilder jsonLogs() {
        logFormat = "JSON";
        return this;
    }

    FunctionSpec build() {
        return new FunctionSpec(
                name,
                artefact,
                layers,
                handler,
                memoryMegabytes,
                timeout,
                environment,
                snapStart,
                reservedConcurrency,
                activeTracing,
                logFormat,
                "INFO",
                "INFO");
    }
}
