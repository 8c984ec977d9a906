package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ParentDeathTest {
    @Test
    void environmentsEndByThemselvesWhenTheLocalRunIsKilled(@TempDir Path folder) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        LocalRunProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            Await.until("a spare is started as well", () -> children(parent).size() == 4);
            List<ProcessHandle> children = children(parent);

            parent.destroyForcibly().waitFor();

            Await.until("the children are gone", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            parent.destroyForcibly();
        }
    }

    private static List<ProcessHandle> children(Process parent) {
        try (Stream<ProcessHandle> children = parent.children()) {
            return children.toList();
        }
    }
}
