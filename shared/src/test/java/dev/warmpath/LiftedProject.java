package dev.warmpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A project of its own, in an empty folder, with one package and its tests, and the packages that these need. */
final class LiftedProject {
    private static final String SERVICES = "resources/META-INF/services";

    private final SharedPackage lifted;
    private final Path folder;

    private LiftedProject(SharedPackage lifted, Path folder) {
        this.lifted = lifted;
        this.folder = folder;
    }

    static LiftedProject copy(SharedPackage lifted, Path folder) throws IOException {
        LiftedProject project = new LiftedProject(lifted, folder);
        for (SharedPackage copied : lifted.withNeeded()) {
            project.copyFolder("main/java", copied);
            project.copyFolder("main/resources", copied);
            project.copyServices(copied);
        }
        project.copyFolder("test/java", lifted);
        project.copyFolder("test/resources", lifted);
        project.copyFile(Path.of("test/resources/junit-platform.properties"));
        return project;
    }

    SharedPackage lifted() {
        return lifted;
    }

    Path folder() {
        return folder;
    }

    /** @param kind {@code main} or {@code test} */
    List<Path> sources(String kind) throws IOException {
        Path root = folder.resolve("src").resolve(kind).resolve("java");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private void copyFolder(String kind, SharedPackage copied) throws IOException {
        Path from = SharedPackage.SOURCES.resolve(kind).resolve(copied.folder());
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> copyFile(SharedPackage.SOURCES.relativize(file)));
        }
    }

    /** Of what the service loader reads, the lines that name classes of the package. */
    private void copyServices(SharedPackage copied) throws IOException {
        Path services = SharedPackage.SOURCES.resolve("main").resolve(SERVICES);
        try (Stream<Path> files = Files.list(services)) {
            for (Path file : files.toList()) {
                List<String> ours = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(copied.name() + "."))
                        .toList();
                if (!ours.isEmpty()) {
                    Path target = folder.resolve("src/main").resolve(SERVICES).resolve(file.getFileName());
                    Files.createDirectories(target.getParent());
                    Files.write(target, ours);
                }
            }
        }
    }

    private void copyFile(Path file) {
        Path target = folder.resolve("src").resolve(file);
        try {
            Files.createDirectories(target.getParent());
            Files.copy(SharedPackage.SOURCES.resolve(file), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
