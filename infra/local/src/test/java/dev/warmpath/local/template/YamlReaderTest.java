package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key: [a | template.yaml:1: this is no valid YAML: expected ',' or ']', but got <stream end>",
                "`` | template.yaml:1: the file is empty; expected a SAM template",
                "{a: 1, a: 2} | template.yaml:1: a: the key stands twice; expected it once",
                "a: &x 1 | template.yaml:1: a: CloudFormation takes no YAML aliases; expected the value written out",
                "? [a] : b | template.yaml:1: this is no valid YAML: "
                        + "Non scalar key is detected but it is not configured to be allowed.",
            })
    void brokenYamlIsToldWithItsLine(String yaml, String message) {
        assertThatThrownBy(() -> YamlReader.read("template.yaml", yaml))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @Test
    void nodesKnowTheirLineAndPath() {
        Node root = YamlReader.read("t.yaml", """
                Resources:
                  Users:
                    Tags:
                      - Key: a
                """);

        Node tag = new Properties(root.asMapping())
                .child("Resources")
                .child("Users")
                .node("Tags")
                .orElseThrow()
                .asItems()
                .getFirst();
        assertThat(Properties.of(tag).at("Key")).isEqualTo(new Place("t.yaml", 4, "Resources.Users.Tags[0].Key"));
    }

    @Test
    void scalarsKeepTheirTypesAndAccountIdsTheirZeros() {
        Object value = YamlReader.read("t.yaml", "[1, -2, 1.5, true, text, '3', 000000000000, 0x10, 2010-09-09, yes]")
                .value();

        assertThat(value)
                .isEqualTo(List.of(1L, -2L, 1.5, true, "text", "3", "000000000000", "0x10", "2010-09-09", "yes"));
    }

    @Test
    void shortFormsAreSpelledOut() {
        Object value = YamlReader.read("t.yaml", "{a: !Ref B, c: !GetAtt D.E.F, g: !Sub '${H}', i: !Condition J}")
                .value();

        assertThat(value)
                .isEqualTo(Map.of(
                        "a", Map.of("Ref", "B"),
                        "c", Map.of("Fn::GetAtt", List.of("D", "E.F")),
                        "g", Map.of("Fn::Sub", "${H}"),
                        "i", Map.of("Condition", "J")));
    }

    @Test
    void jsonIsReadToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("template.json");
        Files.writeString(file, """
                {"Transform": "AWS::Serverless-2016-10-31", "Outputs": {"Stack": {"Value": {"Ref": "AWS::StackName"}}}}
                """);

        assertThat(Template.read(file).resolve(Map.of(), Sam.PSEUDO).outputs()).containsEntry("Stack", "warmpath");
    }

    @Test
    void missingFileIsToldByItsPath(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> Template.read(file))
                .isInstanceOf(TemplateException.class)
                .hasMessage("there is no file " + file + "; expected a SAM template");
    }
}
