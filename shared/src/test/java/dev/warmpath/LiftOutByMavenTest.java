package dev.warmpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each package passes its own tests in a Maven project that declares nothing but what the package says that it needs. */
@Tag("full")
class LiftOutByMavenTest {
    private static final int MINUTES = 10;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = MINUTES + 1, unit = TimeUnit.MINUTES)
    void everyPackagePassesItsTestsInAProjectOfItsOwn() throws Exception {
        LiftedPom pom = LiftedPom.ofThisModule();
        for (SharedPackage lifted : SharedPackage.all()) {
            LiftedProject project = LiftedProject.copy(lifted, folder.resolve(lifted.name()));
            Files.writeString(project.folder().resolve("pom.xml"), pom.declaring(lifted.name(), lifted.allLibraries()));
        }
        Files.writeString(folder.resolve("pom.xml"), allOf(SharedPackage.all()));

        assertThat(maven("test")).contains("BUILD SUCCESS");
    }

    /** One run of Maven for them all; they share nothing else. */
    private static String allOf(List<SharedPackage> packages) {
        String modules = packages.stream()
                .map(lifted -> "<module>" + lifted.name() + "</module>")
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion><groupId>dev.warmpath.lifted</groupId>"
                + "<artifactId>all</artifactId><version>1</version><packaging>pom</packaging><modules>" + modules
                + "</modules></project>";
    }

    /** What Maven says; without network, since the build of this module has fetched all there is to fetch. */
    private String maven(String phase) throws IOException, InterruptedException {
        Path log = folder.resolve("maven.log");
        ProcessBuilder maven = new ProcessBuilder(
                        System.getProperty("maven.home") + "/bin/mvn",
                        "--offline",
                        "--batch-mode",
                        "--fail-at-end",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        phase)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", ""));
        Process process = maven.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(log);
    }
}
