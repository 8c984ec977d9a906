package dev.warmpath.bench.patterns;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A layer made of some jars of a folder. */
final class Layer {
    private Layer() {}

    /**
     * @param beginnings of the jars' names
     * @throws IllegalArgumentException if no jar begins so
     */
    static Path of(Path folder, List<String> beginnings, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream layer = new ZipOutputStream(out)) {
            layer.setLevel(Deflater.NO_COMPRESSION);
            for (String beginning : beginnings) {
                Path jar = jar(folder, beginning);
                layer.putNextEntry(new ZipEntry("java/lib/" + jar.getFileName()));
                Files.copy(jar, layer);
                layer.closeEntry();
            }
        }
        return zip;
    }

    private static Path jar(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            folder + " has no jar " + beginning + "*; run ./mvnw package."));
        }
    }
}
