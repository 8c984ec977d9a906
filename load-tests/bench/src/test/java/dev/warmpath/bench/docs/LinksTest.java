package dev.warmpath.bench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of the README and of {@code docs} to files of this project. */
class LinksTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** An inline link up to its fragment. */
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            List<Path> pages = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(PROJECT.resolve("README.md")), pages.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkLeadsToAFile(Path page) throws IOException {
        assertThat(relativeLinks(page))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    private static List<String> relativeLinks(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !ADDRESS.matcher(target).matches())
                .toList();
    }
}
