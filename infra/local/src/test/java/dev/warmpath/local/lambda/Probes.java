package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.probe.Command;
import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.crac.Core;

/** The probe functions, packaged as a template would name them, and what runs them. */
final class Probes implements AutoCloseable {
    private static final String PROBE_FOLDER = "dev/warmpath/local/lambda/probe";

    // Wide enough for a busy machine.
    private static final Duration INIT_LIMIT = Duration.ofMinutes(1);

    private final Path folder;
    private final Path artefact;
    private final Path layer;
    private final TraceDaemon traces = TraceDaemon.start(100);
    private final Lines lines = new Lines();

    private Probes(Path folder) throws IOException {
        this.folder = folder;
        this.artefact = folder.resolve("probes.jar");
        this.layer = folder.resolve("layer.zip");
    }

    static Probes packaged(Path folder) throws IOException {
        Probes probes = new Probes(folder);
        zip(probes.artefact, probeClasses());
        Path crac = location(Core.class);
        zip(probes.layer, Map.of("java/lib/" + crac.getFileName(), crac));
        return probes;
    }

    private static Map<String, Path> probeClasses() throws IOException {
        Path classes = location(Command.class);
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> probes = Files.list(classes.resolve(PROBE_FOLDER))) {
            probes.forEach(file -> files.put(classes.relativize(file).toString(), file));
        }
        return files;
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void zip(Path archive, Map<String, Path> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), zip);
            }
        }
    }

    /** On demand, 512 MB, one minute, text logs; named after its handler. */
    SpecBuilder function(Class<?> handler) {
        return new SpecBuilder(handler, artefact, layer);
    }

    Path folder() {
        return folder;
    }

    TraceDaemon traces() {
        return traces;
    }

    Lines lines() {
        return lines;
    }

    Settings settings() {
        Settings.Tools tools =
                Settings.Tools.of(Path.of("../..").toAbsolutePath().normalize());
        return Settings.defaults(tools, folder.resolve("work"));
    }

    Functions open(SpecBuilder... functions) throws IOException {
        return open(settings(), functions);
    }

    Functions open(Settings settings, SpecBuilder... functions) throws IOException {
        return open(settings, InstantSource.system(), functions);
    }

    Functions open(Settings settings, InstantSource clock, SpecBuilder... functions) throws IOException {
        return open(settings, new Surroundings(traces, lines, clock, INIT_LIMIT), functions);
    }

    Functions open(Settings settings, Surroundings surroundings, SpecBuilder... functions) throws IOException {
        List<FunctionSpec> specs = Stream.of(functions).map(SpecBuilder::build).toList();
        return Functions.open(specs, settings, surroundings);
    }

    static Invocation call(Invoker functions, String function, String event) throws InterruptedException {
        return functions.invoke(function, "", event.getBytes(StandardCharsets.UTF_8));
    }

    static String answer(Invoker functions, String function, String event) throws InterruptedException {
        return text(call(functions, function, event));
    }

    static String text(Invocation invocation) {
        return switch (invocation.result()) {
            case Result.Success success -> new String(success.payload(), StandardCharsets.UTF_8);
            case Result.FunctionError error -> throw new AssertionError(error);
            case Result.Throttled throttled -> throw new AssertionError(throttled);
        };
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public void close() {
        traces.close();
    }
}
