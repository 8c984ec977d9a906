package dev.warmpath.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A function of the tests, packaged as a template names it. */
final class ProbeJar {
    private ProbeJar() {}

    /** Writes {@code probe.jar}, which holds this class alone. */
    static void write(Path folder, Class<?> probe) throws IOException {
        String name = probe.getName().replace('.', '/') + ".class";
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("probe.jar")));
                InputStream type = probe.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new ZipEntry(name));
            type.transferTo(jar);
        }
    }
}
