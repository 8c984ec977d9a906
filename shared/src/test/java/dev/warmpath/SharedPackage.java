package dev.warmpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One package of this module. */
record SharedPackage(String name) {
    static final Path SOURCES = Path.of("src");
    private static final Path ROOT = SOURCES.resolve("main/java");

    /** Every folder with classes. */
    static List<SharedPackage> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> ROOT.relativize(file.getParent()).toString().replace('/', '.'))
                    .distinct()
                    .sorted()
                    .map(SharedPackage::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
