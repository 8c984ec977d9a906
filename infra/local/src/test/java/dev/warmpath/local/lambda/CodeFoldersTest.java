package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFoldersTest {
    @TempDir
    private Path folder;

    private Path natives;
    private CodeFolders folders;

    @BeforeEach
    void open() throws IOException {
        natives = Files.createDirectory(folder.resolve("natives"));
        folders = new CodeFolders(folder.resolve("work"), new Natives(natives, new Host("linux", "x86_64", false)));
    }

    @Test
    void artefactIsUnpackedWithTheJarsOfItsLayersInLib() throws IOException {
        Path artefact = zip("users.jar", Map.of("dev/App.class", "app", "lib/own.jar", "own"));
        Path layer = zip("layer.zip", Map.of("java/lib/sdk.jar", "sdk", "java/lib/README", "ignored"));

        Path code = folders.prepare(function(artefact, layer));

        assertThat(code.resolve("dev/App.class")).hasContent("app");
        assertThat(TestFolders.names(code.resolve("lib"), "*")).containsExactlyInAnyOrder("own.jar", "sdk.jar");
    }

    @Test
    void functionsOfOneArtefactShareAFolder() throws IOException {
        Path artefact = zip("users.jar", Map.of("A", "a"));
        Path layer = zip("layer.zip", Map.of("java/lib/sdk.jar", "sdk"));

        assertThat(folders.prepare(function(artefact, layer))).isEqualTo(folders.prepare(function(artefact, layer)));
        assertThat(folders.prepare(function(artefact))).isNotEqualTo(folders.prepare(function(artefact, layer)));
    }

    @Test
    void functionsOwnJarComesBeforeALayersAndALaterLayerBeforeAnEarlier() throws IOException {
        Path artefact = zip("users.jar", Map.of("lib/a.jar", "own a"));
        Path first = zip("first.zip", Map.of("java/lib/a.jar", "first a", "java/lib/b.jar", "first b"));
        Path second = zip("second.zip", Map.of("java/lib/b.jar", "second b"));

        Path lib = folders.prepare(function(artefact, first, second)).resolve("lib");

        assertThat(lib.resolve("a.jar")).hasContent("own a");
        assertThat(lib.resolve("b.jar")).hasContent("second b");
    }

    @Test
    void nativeJarOfTheCloudIsSwappedForTheHosts() throws IOException {
        Files.writeString(natives.resolve("aws-crt-0.48.4-linux-x86_64.jar"), "for this machine");
        Path layer = zip("layer.zip", Map.of("java/lib/aws-crt-0.48.4-linux-aarch_64.jar", "for the cloud"));

        Path lib = folders.prepare(function(zip("users.jar", Map.of("A", "a")), layer))
                .resolve("lib");

        assertThat(TestFolders.names(lib, "*")).containsExactly("aws-crt-0.48.4-linux-x86_64.jar");
        assertThat(lib.resolve("aws-crt-0.48.4-linux-x86_64.jar")).hasContent("for this machine");
    }

    @Test
    void nativeJarThatFitsTheHostStays() throws IOException {
        Path layer = zip("layer.zip", Map.of("java/lib/aws-crt-0.48.4-linux-x86_64.jar", "fits"));

        Path lib = folders.prepare(function(zip("users.jar", Map.of("A", "a")), layer))
                .resolve("lib");

        assertThat(lib.resolve("aws-crt-0.48.4-linux-x86_64.jar")).hasContent("fits");
    }

    @Test
    void nativeLibraryOfTheCloudIsSwappedForTheHosts() throws IOException {
        Files.writeString(natives.resolve("libcrt.so"), "for this machine");
        Path layer = zip("layer.zip", Map.of("lib/libcrt.so", "for the cloud", "lib/libother.so", "for any machine"));

        Path lib = folders.prepare(function(zip("users.jar", Map.of("A", "a")), layer))
                .resolve("lib");

        assertThat(lib.resolve("libcrt.so")).hasContent("for this machine");
        assertThat(lib.resolve("libother.so")).hasContent("for any machine");
    }

    @Test
    void missingHostNativeIsNamed() throws IOException {
        Path layer = zip("layer.zip", Map.of("java/lib/aws-crt-0.48.4-linux-aarch_64.jar", "for the cloud"));
        Path artefact = zip("users.jar", Map.of("A", "a"));

        assertThatThrownBy(() -> folders.prepare(function(artefact, layer)))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("A layer brings aws-crt-0.48.4-linux-aarch_64.jar, and " + natives
                        + " has no aws-crt-0.48.4-linux-x86_64.jar to run in its place; run ./mvnw package, or add it"
                        + " to the natives in infra/local/pom.xml.");
    }

    @Test
    void missingArtefactIsNamedAsThePersonAtTheTerminalKnowsIt() {
        Path here = Path.of("target/no/users.jar").toAbsolutePath();

        assertThatThrownBy(() -> folders.prepare(function(here)))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("target/no/users.jar is not built; run ./mvnw package.");
    }

    @Test
    void missingLayerIsNamed() throws IOException {
        Path artefact = zip("users.jar", Map.of("A", "a"));

        assertThatThrownBy(() -> folders.prepare(function(artefact, Path.of("shared/target/layer.zip"))))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("shared/target/layer.zip is not built; run ./mvnw package.");
    }

    @Test
    void archiveMustNotLeaveItsFolder() throws IOException {
        Path artefact = zip("users.jar", Map.of("../../outside", "out"));

        assertThatThrownBy(() -> folders.prepare(function(artefact)))
                .isInstanceOf(NotRunnableException.class)
                .hasMessageContaining("names a file outside of itself: ../../outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private Path zip(String name, Map<String, String> contents) throws IOException {
        Path archive = folder.resolve(name);
        Map<String, Path> files = new java.util.HashMap<>();
        for (Map.Entry<String, String> content : contents.entrySet()) {
            Path file = Files.createTempFile(folder, "content", "");
            files.put(content.getKey(), Files.writeString(file, content.getValue()));
        }
        Probes.zip(archive, files);
        return archive;
    }

    private static FunctionSpec function(Path artefact, Path... layers) {
        return new FunctionSpec(
                "Any",
                artefact,
                List.of(layers),
                "dev.App",
                128,
                Duration.ofSeconds(3),
                Map.of(),
                false,
                OptionalInt.empty(),
                false,
                "Text",
                "INFO",
                "INFO");
    }
}
