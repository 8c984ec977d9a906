package dev.warmpath;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The libraries of this module, each with those that it brings along, as Maven resolved them for the build. */
final class Libraries {
    private final Map<String, Library> direct = new HashMap<>();
    private final Map<String, Set<String>> brought = new HashMap<>();

    /** @param id group and artifact id */
    record Library(String id, String scope) {}

    /** Reads what {@code dependency:tree} wrote before the tests. */
    static Libraries read() throws IOException {
        Libraries libraries = new Libraries();
        Map<String, Object> module = JSON.std.mapFrom(Files.readString(Path.of("target/dependency-tree.json")));
        for (Map<?, ?> node : children(module)) {
            Library library = new Library(id(node), (String) node.get("scope"));
            libraries.direct.put((String) node.get("artifactId"), library);
            libraries.collect(node);
        }
        return libraries;
    }

    /**
     * The class path of a project that declares these.
     *
     * @param artifactIds as in the pom
     * @throws AssertionError if the pom declares no such library
     */
    Set<Path> classPath(Collection<String> artifactIds) {
        Set<String> ids = new LinkedHashSet<>();
        artifactIds.forEach(artifactId -> bring(declared(artifactId).id(), ids));
        return jars().filter(jar -> ids.stream().anyMatch(id -> isOf(jar, id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The test libraries, which belong to every package. */
    Set<String> ofAllTests() {
        return direct.entrySet().stream()
                .filter(library -> library.getValue().scope().equals("test"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Library declared(String artifactId) {
        Library library = direct.get(artifactId);
        if (library == null) {
            throw new AssertionError(
                    artifactId + " is needed, but shared/pom.xml does not declare it; it declares " + direct.keySet());
        }
        return library;
    }

    private void bring(String id, Set<String> ids) {
        if (ids.add(id)) {
            brought.getOrDefault(id, Set.of()).forEach(next -> bring(next, ids));
        }
    }

    private void collect(Map<?, ?> node) {
        Set<String> next = brought.computeIfAbsent(id(node), unknown -> new LinkedHashSet<>());
        for (Map<?, ?> child : children(node)) {
            next.add(id(child));
            collect(child);
        }
    }

    private static Stream<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    /**
     * The jar of another module of this build.
     *
     * @throws AssertionError if it is not among the libraries of the tests
     */
    static Path ofThisBuild(String artifactId) {
        return jars().filter(jar -> isOfThisBuild(jar, artifactId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifactId + " is not packaged yet; expected its jar in target"));
    }

    private static boolean isOf(Path jar, String id) {
        String[] names = id.split(":");
        return names[0].equals("dev.warmpath")
                ? isOfThisBuild(jar, names[1])
                : jar.toString().contains("/" + names[0].replace('.', '/') + "/" + names[1] + "/");
    }

    /** Modules are named after their folders. */
    private static boolean isOfThisBuild(Path jar, String artifactId) {
        Path target = jar.getParent();
        return target.endsWith("target")
                && artifactId.equals("warmpath-" + target.getParent().getFileName());
    }

    private static String id(Map<?, ?> node) {
        return node.get("groupId") + ":" + node.get("artifactId");
    }

    private static List<Map<?, ?>> children(Map<?, ?> node) {
        List<?> children = node.get("children") instanceof List<?> list ? list : List.of();
        return children.stream().<Map<?, ?>>map(child -> (Map<?, ?>) child).toList();
    }
}
