package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFilesTest {
    @TempDir
    private Path folder;

    @Test
    void jniLibraryOfThisMachineIsUnpacked() throws Exception {
        RuntimeFiles files = RuntimeFiles.unpack(Path.of("target/runtime"), folder);

        assertThat(files.jniLibrary())
                .isAbsolute()
                .isNotEmptyFile()
                .hasFileName("libaws-lambda-jni." + Host.current().jniClassifier() + ".so");
    }

    @Test
    void classPathHoldsTheRuntimeAndNoneOfTheLocalRunsLibraries() throws Exception {
        assertThat(RuntimeFiles.unpack(Path.of("target/runtime"), folder)
                        .classPath()
                        .split(":"))
                .hasSize(5)
                .allMatch(entry -> Path.of(entry).isAbsolute())
                .anyMatch(entry -> entry.contains("runtime-interface-client"));
    }

    @Test
    void missingRuntimeClientIsNamed() {
        assertThatThrownBy(() -> RuntimeFiles.unpack(folder.resolve("nowhere"), folder))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("The runtime client aws-lambda-java-runtime-interface-client is not in "
                        + folder.resolve("nowhere") + "; run ./mvnw package.");
    }

    @Test
    void hostIsNamedAsClassifiersNameIt() {
        assertThat(Host.of("Linux", "amd64").classifier()).isEqualTo("linux-x86_64");
        assertThat(Host.of("Linux", "aarch64").classifier()).isEqualTo("linux-aarch_64");
        assertThat(Host.of("Mac OS X", "aarch64").classifier()).isEqualTo("osx-aarch_64");
        assertThat(new Host("linux", "aarch_64", true).jniClassifier()).isEqualTo("linux_musl-aarch_64");
    }
}
