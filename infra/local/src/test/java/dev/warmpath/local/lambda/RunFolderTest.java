package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.lambda.probe.Echo;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    private Path folder;

    @Test
    void foldersOfKilledRunsAreRemovedAndThoseOfOthersStay() throws Exception {
        Path killed = Files.createDirectories(folder.resolve("run-999999999-1/code"));
        Path living = Files.createDirectory(
                folder.resolve("run-" + ProcessHandle.current().pid() + "-1"));
        Path other = Files.createDirectory(folder.resolve("data"));

        Path mine = RunFolder.create(folder);

        assertThat(killed.getParent()).doesNotExist();
        assertThat(living).isDirectory();
        assertThat(other).isDirectory();
        assertThat(mine).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftWhenFunctionsCannotBeOpened() throws Exception {
        try (Probes probes = Probes.packaged(folder)) {
            Files.delete(folder.resolve("layer.zip"));

            assertThatThrownBy(() -> probes.open(probes.function(Echo.class)))
                    .isInstanceOf(NotRunnableException.class)
                    .hasMessageEndingWith("layer.zip is not built; run ./mvnw package.");
            assertThat(folder.resolve("work")).isEmptyDirectory();
        }
    }
}
