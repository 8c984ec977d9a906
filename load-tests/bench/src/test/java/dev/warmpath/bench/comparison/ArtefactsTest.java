package dev.warmpath.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtefactsTest {
    private static final Path PROJECT = Path.of("../..");
    private static final Pattern URI = Pattern.compile("(?:CodeUri|ContentUri): (\\S+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areThoseThatTheTemplateNames(Side side) throws IOException {
        for (Side other : Side.values()) {
            for (Path artefact : namedByTheTemplateOf(other)) {
                write(artefact, 7);
            }
        }

        List<String> names = Artefacts.of(folder).stream()
                .filter(artefact -> artefact.side() == side)
                .map(Artefact::name)
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(namedByTheTemplateOf(side).stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
        assertThat(Artefacts.of(folder))
                .allSatisfy(artefact -> assertThat(artefact.bytes()).isEqualTo(7));
    }

    @Test
    void oneThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> Artefacts.of(folder)).isInstanceOf(NoSuchFileException.class);
    }

    private static List<Path> namedByTheTemplateOf(Side side) throws IOException {
        Path template = side.template(Path.of(""));
        Matcher uris = URI.matcher(Files.readString(PROJECT.resolve(template)));
        List<Path> paths = new ArrayList<>();
        while (uris.find()) {
            paths.add(template.resolveSibling(uris.group(1)));
        }
        return paths.stream().distinct().toList();
    }

    private void write(Path artefact, int bytes) throws IOException {
        Path file = folder.resolve(artefact);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
