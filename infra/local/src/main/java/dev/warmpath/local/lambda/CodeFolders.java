package dev.warmpath.local.lambda;

import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Unpacked artefacts, each with the jars and native libraries of its layers in its {@code lib} folder.
 *
 * <p>Lambda has jars of layers in {@code /opt/java/lib} and native libraries in {@code /opt/lib}, which a local run must
 * not write to; {@code lib} beside the function's classes is searched for both in the same way. Other content of layers
 * is not used.
 */
final class CodeFolders {
    private final Path folder;
    private final Natives natives;
    private final Map<List<Path>, Path> prepared = new HashMap<>();
    private final Map<Path, Path> unpackedLayers = new HashMap<>();

    CodeFolders(Path folder, Natives natives) {
        this.folder = folder;
        this.natives = natives;
    }

    /**
     * The working directory for a function; functions with the same artefact and layers share one.
     *
     * @throws NotRunnableException if the artefact, a layer or a native library for this machine is missing
     */
    synchronized Path prepare(FunctionSpec function) throws IOException {
        List<Path> parts = Stream.concat(Stream.of(function.artefact()), function.layers().stream())
                .toList();
        Path code = prepared.get(parts);
        if (code == null) {
            code = unpack(function);
            prepared.put(parts, code);
        }
        return code;
    }

    private Path unpack(FunctionSpec function) throws IOException {
        Path code = Folders.unzip(built(function.artefact()), folder.resolve("code-" + prepared.size()));
        Path lib = Files.createDirectories(code.resolve("lib"));
        // Lambda unpacks layers in order, so the last one wins; the function's own jars come before all of them.
        for (Path layer : function.layers().reversed()) {
            Path unpacked = unpackedLayer(layer);
            for (Path jar : files(unpacked.resolve("java/lib"), ".jar")) {
                link(natives.jarForThisMachine(jar), lib);
            }
            for (Path library : files(unpacked.resolve("lib"), ".so")) {
                link(natives.libraryForThisMachine(library), lib);
            }
        }
        return code;
    }

    private static void link(Path file, Path lib) throws IOException {
        Path link = lib.resolve(file.getFileName().toString());
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, file.toAbsolutePath());
        }
    }

    private Path unpackedLayer(Path layer) throws IOException {
        Path unpacked = unpackedLayers.get(layer);
        if (unpacked == null) {
            unpacked = Folders.unzip(built(layer), folder.resolve("layer-" + unpackedLayers.size()));
            unpackedLayers.put(layer, unpacked);
        }
        return unpacked;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Path built(Path archive) {
        if (!Files.isRegularFile(archive)) {
            throw new NotRunnableException(readable(archive) + " is not built; run ./mvnw package.");
        }
        return archive;
    }

    private static Path readable(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
    }
}
