package dev.warmpath.bench.rig;

import dev.warmpath.local.template.FunctionSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A function and the events that it is measured with. */
public record Subject(String name, FunctionSpec function, Supplier<byte[]> events) {

    /** The same function, packaged in another way. */
    public Subject packaged(String another, Path artefact, List<Path> layers) {
        return new Subject(another, with(artefact, layers, function.environment(), function.snapStart()), events);
    }

    public Subject snapStart(boolean snapStart) {
        return new Subject(name, with(function.environment(), snapStart), events);
    }

    public Subject named(String another, Map<String, String> environment) {
        return new Subject(another, with(environment, function.snapStart()), events);
    }

    private FunctionSpec with(Map<String, String> environment, boolean snapStart) {
        return with(function.artefact(), function.layers(), environment, snapStart);
    }

    private FunctionSpec with(Path artefact, List<Path> layers, Map<String, String> environment, boolean snapStart) {
        return new FunctionSpec(
                function.name(),
                artefact,
                layers,
                function.handler(),
                function.memoryMegabytes(),
                function.timeout(),
                environment,
                snapStart,
                function.reservedConcurrency(),
                function.activeTracing(),
                function.logFormat(),
                function.applicationLogLevel(),
                function.systemLogLevel());
    }
}
