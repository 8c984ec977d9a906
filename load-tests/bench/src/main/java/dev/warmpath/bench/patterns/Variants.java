package dev.warmpath.bench.patterns;

import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Small functions of this module, run as the packaged ones are: the same runtime, memory and shared layer. */
final class Variants {
    private final Workbench workbench;
    private final FunctionSpec like;
    private final List<Path> layers;

    private Variants(Workbench workbench, List<Path> layers) {
        this.workbench = workbench;
        this.like = workbench.subjects().getUser().function();
        this.layers = layers;
    }

    static Variants of(Workbench workbench) {
        return new Variants(workbench, workbench.subjects().getUser().function().layers());
    }

    /**
     * With some of this module's libraries in one more layer.
     *
     * @param libraries beginnings of their files' names
     */
    Variants with(String... libraries) throws IOException {
        Path lib = workbench.bed().project().resolve("load-tests/bench/target/lib");
        Path layer = Layer.of(lib, List.of(libraries), workbench.folder("layer").resolve("layer.zip"));
        return new Variants(
                workbench, Stream.concat(layers.stream(), Stream.of(layer)).toList());
    }

    /** @param event that it gets at each call */
    Subject subject(String name, Class<?> handler, Map<String, String> environment, Supplier<byte[]> event) {
        FunctionSpec function = new FunctionSpec(
                handler.getSimpleName(),
                workbench.bed().project().resolve("load-tests/bench/target/bench.jar"),
                layers,
                handler.getName(),
                like.memoryMegabytes(),
                like.timeout(),
                environment,
                false,
                like.reservedConcurrency(),
                like.activeTracing(),
                like.logFormat(),
                like.applicationLogLevel());
        return new Subject(name, function, event);
    }
}
