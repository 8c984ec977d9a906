package dev.warmpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One package of this module, with those below it. */
record SharedPackage(String name) {
    static final Path SOURCES = Path.of("src");
    private static final Path ROOT = SOURCES.resolve("main/java");

    /** Every folder below {@code dev/warmpath}; what lies below such a folder is part of that package. */
    static List<SharedPackage> all() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("dev/warmpath"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> new SharedPackage("dev.warmpath." + folder.getFileName()))
                    .sorted(Comparator.comparing(SharedPackage::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String javaPackage) {
        return javaPackage.equals(name) || javaPackage.startsWith(name + ".");
    }

    /** @throws AssertionError if its {@code package-info} does not say it */
    Needs needs() {
        return Needs.of(name, packageInfo());
    }

    /** This package, those that it needs, and those that they need. */
    Set<SharedPackage> withNeeded() {
        Set<SharedPackage> found = new LinkedHashSet<>();
        collect(found);
        return found;
    }

    /** What it needs of libraries, and what the packages need that it needs; for its tests too. */
    Set<String> allLibraries() {
        Set<String> libraries = new TreeSet<>(needs().testLibraries());
        withNeeded().forEach(each -> libraries.addAll(each.needs().libraries()));
        return libraries;
    }

    private void collect(Set<SharedPackage> found) {
        if (found.add(this)) {
            needs().packages().forEach(needed -> new SharedPackage(needed).collect(found));
        }
    }

    Path folder() {
        return Path.of(name.replace('.', '/'));
    }

    private String packageInfo() {
        Path file = ROOT.resolve(folder()).resolve("package-info.java");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
