package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a template is broken, the answer is a sentence with its place, never a stray exception. */
class BrokenTemplatePropertyTest {
    private static final Path FILE = Path.of("../../template.yaml");

    @Property(tries = 150)
    void changedValueResolvesOrIsToldWithItsPlace(@ForAll("lines") int line, @ForAll("values") String value)
            throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
        lines.set(line, lines.get(line).replaceFirst("(: | - ).*", "$1" + value.replace("$", "\\$")));

        resolveOrTell(lines);
    }

    @Property(tries = 75)
    void missingLineResolvesOrIsToldWithItsPlace(@ForAll("lines") int line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
        lines.remove(line);

        resolveOrTell(lines);
    }

    @Provide
    Arbitrary<Integer> lines() throws IOException {
        return Arbitraries.integers().between(0, Files.readAllLines(FILE).size() - 1);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "",
                "~",
                "[]",
                "{}",
                "-1",
                "99999999999",
                "text",
                "!Ref Nobody",
                "!Ref [a]",
                "!Ref UserPool",
                "!GetAtt Api",
                "!GetAtt []",
                "!Sub '${'",
                "!Sub []",
                "!Sub [{}, {}]",
                "!If [IsProd, a]",
                "!If [[], a, b]",
                "!Select [x, []]",
                "!Ref AWS::NoValue",
                "!FindInMap [a, b, c]",
                "{Ref: a, b: c}");
    }

    private static void resolveOrTell(List<String> lines) {
        try {
            assertThat(Template.parse(FILE, String.join("\n", lines)).resolve(Map.of(), Sam.PSEUDO))
                    .isNotNull();
        } catch (TemplateException told) {
            assertThat(told).hasMessageMatching("(?s)template\\.yaml:\\d+: .+");
        }
    }
}
