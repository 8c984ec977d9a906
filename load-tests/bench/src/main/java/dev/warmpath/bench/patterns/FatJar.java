package dev.warmpath.bench.patterns;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * One artefact with the content of an artefact and its layers' jars, each entry once, as a build that shades makes it: what
 * several jars say of their services is joined.
 */
final class FatJar {
    private static final String SERVICES = "META-INF/services/";

    private final ZipOutputStream out;
    private final Path natives;
    private final Set<String> written = new HashSet<>();
    private final Map<String, ByteArrayOutputStream> services = new LinkedHashMap<>();

    private FatJar(ZipOutputStream out, Path natives) {
        this.out = out;
        this.natives = natives;
    }

    /**
     * @param layers in the order in which classes are looked for after the artefact
     * @param natives folder of native libraries for this machine, which take the place of those of the layers
     */
    static Path of(Path artefact, Iterable<Path> layers, Path natives, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            FatJar fat = new FatJar(out, natives);
            fat.addJar(Files.newInputStream(artefact));
            for (Path layer : layers) {
                fat.addLayer(layer);
            }
            fat.writeServices();
        }
        return jar;
    }

    private void addLayer(Path layer) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(layer))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                addFile(Path.of(entry.getName()).getFileName().toString(), in);
            }
        }
    }

    private void addFile(String name, InputStream layer) throws IOException {
        byte[] content = forThisMachine(name, layer.readAllBytes());
        if (name.endsWith(".jar")) {
            addJar(new ByteArrayInputStream(content));
        } else if (name.endsWith(".so")) {
            write("lib/" + name, new ByteArrayInputStream(content));
        }
    }

    private byte[] forThisMachine(String name, byte[] content) throws IOException {
        try (Stream<Path> files = Files.list(natives)) {
            Optional<Path> replacement = files.filter(
                            file -> stem(file.getFileName().toString()).equals(stem(name)))
                    .findFirst();
            return replacement.isEmpty() ? content : Files.readAllBytes(replacement.get());
        }
    }

    private static String stem(String name) {
        return name.replaceFirst("-linux-.*", "");
    }

    private void addJar(InputStream jar) throws IOException {
        try (ZipInputStream in = new ZipInputStream(jar)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                add(entry, in);
            }
        }
    }

    private void add(ZipEntry entry, InputStream in) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return;
        }
        if (name.startsWith(SERVICES)) {
            ByteArrayOutputStream service = services.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
            in.transferTo(service);
            service.write('\n');
        } else {
            write(name, in);
        }
    }

    private void write(String name, InputStream content) throws IOException {
        if (written.add(name)) {
            out.putNextEntry(new ZipEntry(name));
            content.transferTo(out);
            out.closeEntry();
        }
    }

    private void writeServices() throws IOException {
        for (Map.Entry<String, ByteArrayOutputStream> service : services.entrySet()) {
            write(service.getKey(), new ByteArrayInputStream(service.getValue().toByteArray()));
        }
    }
}
