package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The layers as they are packaged; that together they have all that the report needs is shown by {@link DailyReportIT}. */
class LayersIT {
    private static final String VERSION = "-\\d.*";

    @Test
    void reportsLayerHasNoLibraryOfTheCommonOneInAnyVersion() throws IOException {
        Set<String> common = libraries("shared/target/layer.zip");
        Set<String> report = libraries("services/report-layer/target/report-layer.zip");

        assertThat(report).contains("s3", "fastexcel", "opczip").doesNotContainAnyElementsOf(common);
    }

    @Test
    void reportsLayerBringsNoOtherHttpClient() throws IOException {
        assertThat(libraries("services/report-layer/target/report-layer.zip"))
                .noneMatch(name -> name.matches(".*(netty|apache|crt-client|url-connection).*"));
    }

    private static Set<String> libraries(String layer) throws IOException {
        try (ZipFile zip = new ZipFile(TestRuns.PROJECT.resolve(layer).toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> Path.of(name).getFileName().toString().replaceFirst(VERSION, ""))
                    .collect(Collectors.toSet());
        }
    }
}
