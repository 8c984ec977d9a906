package dev.warmpath.bench.rig;

import dev.warmpath.local.template.FunctionSpec;
import java.util.Map;
import java.util.function.Supplier;

/** A function and the events that it is measured with. */
public record Subject(String name, FunctionSpec function, Supplier<byte[]> events) {

    public Subject snapStart(boolean snapStart) {
        return new Subject(name, with(function.environment(), snapStart), events);
    }

    public Subject named(String another, Map<String, String> environment) {
        return new Subject(another, with(environment, function.snapStart()), events);
    }

    private FunctionSpec with(Map<String, String> environment, boolean snapStart) {
        return new FunctionSpec(
                function.name(),
                function.artefact(),
                function.layers(),
                function.handler(),
                function.memoryMegabytes(),
                function.timeout(),
                environment,
                snapStart,
                function.reservedConcurrency(),
                function.activeTracing(),
                function.logFormat(),
                function.applicationLogLevel());
    }
}
