package dev.warmpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package compiles, and its tests compile, in a project with nothing but what it says that it needs. */
@Tag("full")
class LiftOutTest {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static Libraries libraries;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readLibraries() throws IOException {
        libraries = Libraries.read();
    }

    static List<SharedPackage> packages() {
        return SharedPackage.all();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageCompilesWithWhatItNeeds(SharedPackage lifted) throws IOException {
        LiftedProject project = LiftedProject.copy(lifted, folder);
        Set<String> needed = needed(lifted);
        Path classes = folder.resolve("target/classes");

        assertThat(compile(project.sources("main"), libraries.classPath(needed), classes))
                .isEmpty();

        assertThat(project.sources("test")).as("tests of %s", lifted).isNotEmpty();
        needed.addAll(libraries.ofAllTests());
        needed.addAll(lifted.needs().testLibraries());
        Set<Path> testPath = libraries.classPath(needed);
        testPath.add(classes);
        assertThat(compile(project.sources("test"), testPath, folder.resolve("target/test-classes")))
                .isEmpty();
    }

    @Test
    void packageWithoutAllThatItNeedsDoesNotCompile() throws IOException {
        LiftedProject json = LiftedProject.copy(new SharedPackage("dev.warmpath.json"), folder);

        assertThat(compile(json.sources("main"), libraries.classPath(List.of("slf4j-api")), folder.resolve("classes")))
                .contains("com.fasterxml.jackson.core");
    }

    @Test
    void everyPackageIsFound() {
        assertThat(packages())
                .extracting(SharedPackage::name)
                .contains("dev.warmpath.http", "dev.warmpath.json", "dev.warmpath.telemetry");
    }

    private static Set<String> needed(SharedPackage lifted) {
        return lifted.withNeeded().stream()
                .flatMap(each -> each.needs().libraries().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What the compiler says; empty if it compiled. */
    private static String compile(List<Path> sources, Collection<Path> classPath, Path classes) throws IOException {
        StringWriter said = new StringWriter();
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("--release", "21", "-proc:none", "-classpath", path, "-d", classes.toString());
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
            JAVAC.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }
}
