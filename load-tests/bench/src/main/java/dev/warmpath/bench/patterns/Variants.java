package dev.warmpath.bench.patterns;

import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Small functions of this module, run as the packaged ones are: the same runtime, shared layer and, unless said otherwise, memory. */
final class Variants {
    /** Of no interest here, and so not to end a start on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Workbench workbench;
    private final FunctionSpec like;
    private final List<Path> layers;
    private final int memoryMegabytes;

    private Variants(Workbench workbench, List<Path> layers, int memoryMegabytes) {
        this.workbench = workbench;
        this.like = workbench.subjects().getUser().function();
        this.layers = layers;
        this.memoryMegabytes = memoryMegabytes;
    }

    static Variants of(Workbench workbench) {
        FunctionSpec like = workbench.subjects().getUser().function();
        return new Variants(workbench, like.layers(), like.memoryMegabytes());
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
                workbench, Stream.concat(layers.stream(), Stream.of(layer)).toList(), memoryMegabytes);
    }

    Variants withMemory(int megabytes) {
        return new Variants(workbench, layers, megabytes);
    }

    /**
     * @param variables in place of the like of GetUser, or besides them
     * @param event that it gets at each call
     */
    Subject subject(String name, Class<?> handler, Map<String, String> variables, Supplier<byte[]> event) {
        Map<String, String> environment = new HashMap<>(like.environment());
        environment.putAll(variables);
        FunctionSpec function = new FunctionSpec(
                handler.getSimpleName(),
                workbench.bed().project().resolve("load-tests/bench/target/bench.jar"),
                layers,
                handler.getName(),
                memoryMegabytes,
                TIMEOUT,
                environment,
                false,
                like.reservedConcurrency(),
                like.activeTracing(),
                like.logFormat(),
                like.applicationLogLevel(),
                like.systemLogLevel());
        return new Subject(name, function, event);
    }
}
