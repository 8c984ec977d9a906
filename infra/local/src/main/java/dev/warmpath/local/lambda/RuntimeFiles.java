package dev.warmpath.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The runtime client as environments load it.
 *
 * @param folder of the runtime client's jars
 * @param jniLibrary the runtime client's native half; unpacked once, since left alone it unpacks itself to one fixed path
 *     in {@code /tmp}, where environments that start together overwrite the library under each other
 */
record RuntimeFiles(Path folder, String classPath, Path jniLibrary) {
    private static final String CLIENT = "aws-lambda-java-runtime-interface-client";

    static RuntimeFiles unpack(Path folder, Path target) throws IOException {
        List<Path> jars = jars(folder);
        Path client = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(CLIENT))
                .findFirst()
                .orElseThrow(() -> new NotRunnableException(
                        "The runtime client " + CLIENT + " is not in " + folder + "; run ./mvnw package."));
        return new RuntimeFiles(folder, classPath(jars, unpackMainClass(target)), unpackJni(client, target));
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String classPath(List<Path> jars, Path mainClass) {
        return Stream.concat(jars.stream(), Stream.of(mainClass))
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
    }

    /** Copies the one class that environments share with the local run, so that none of its libraries is in their path. */
    private static Path unpackMainClass(Path target) throws IOException {
        Path root = target.resolve("main");
        String name = SupervisedRuntime.class.getName().replace('.', '/') + ".class";
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream bytes = SupervisedRuntime.class.getResourceAsStream("/" + name)) {
            Files.copy(bytes, file);
        }
        return root;
    }

    private static Path unpackJni(Path client, Path target) throws IOException {
        String name = "libaws-lambda-jni." + Host.current().jniClassifier() + ".so";
        try (ZipFile jar = new ZipFile(client.toFile())) {
            ZipEntry entry = jar.getEntry("jni/" + name);
            if (entry == null) {
                throw new NotRunnableException("The runtime client has no " + name
                        + ": functions run on Linux with x86-64 or arm64, so use a Linux machine or virtual machine.");
            }
            return copy(jar, entry, target.resolve(name));
        }
    }

    private static Path copy(ZipFile jar, ZipEntry entry, Path file) throws IOException {
        try (InputStream library = jar.getInputStream(entry)) {
            Files.copy(library, file);
        }
        return file.toAbsolutePath();
    }
}
