package dev.warmpath.bench.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FatJarTest {
    private static final String SERVICE = "META-INF/services/Example";

    @TempDir
    private Path folder;

    private Path natives;

    @BeforeEach
    void foldersOfNatives() throws IOException {
        natives = Files.createDirectory(folder.resolve("natives"));
    }

    @Test
    void hasEachClassOnceAndTheArtefactsOwnFirst() throws IOException {
        byte[] library = zip(Map.of("A.class", "of the layer", "B.class", "b"));
        Map<String, String> fat = fat(Map.of("A.class", "own"), Map.of("java/lib/library.jar", library));

        assertThat(fat).containsOnly(Map.entry("A.class", "own"), Map.entry("B.class", "b"));
    }

    @Test
    void joinsWhatJarsSayOfAService() throws IOException {
        byte[] library = zip(Map.of(SERVICE, "Second"));
        Map<String, String> fat = fat(Map.of(SERVICE, "First"), Map.of("java/lib/library.jar", library));

        assertThat(fat.get(SERVICE)).isEqualTo("First\nSecond\n");
    }

    @Test
    void takesNativesOfThisMachine() throws IOException {
        Files.writeString(natives.resolve("libexample.so"), "of this machine");
        Files.write(natives.resolve("example-1.0-linux-this.jar"), zip(Map.of("native", "of this machine")));
        Map<String, String> fat = fat(
                Map.of(),
                Map.of(
                        "lib/libexample.so",
                        "of the cloud".getBytes(StandardCharsets.UTF_8),
                        "java/lib/example-1.0-linux-cloud.jar",
                        zip(Map.of("native", "of the cloud"))));

        assertThat(fat)
                .containsOnly(
                        Map.entry("lib/libexample.so", "of this machine"), Map.entry("native", "of this machine"));
    }

    private Map<String, String> fat(Map<String, String> artefact, Map<String, byte[]> layer) throws IOException {
        Path own = Files.write(folder.resolve("own.jar"), zip(artefact));
        Path zipped = Files.write(folder.resolve("layer.zip"), zipOfBytes(layer));
        return content(FatJar.of(own, List.of(zipped), natives, folder.resolve("fat.jar")));
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        Map<String, byte[]> bytes = new HashMap<>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipOfBytes(bytes);
    }

    private static byte[] zipOfBytes(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> content(Path jar) throws IOException {
        Map<String, String> content = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                content.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }
}
