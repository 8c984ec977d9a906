package dev.warmpath.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.contract.Document.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** Each example of the contract is what its own schema says. */
class ExamplesTest {
    private static final Part ROOT =
            Document.read(Path.of("../../docs/openapi.yaml")).root();

    static final List<Named<Part>> BODIES = everything(ROOT)
            .filter(part -> part.node().has("schema") && part.node().has("examples"))
            .map(part -> Named.of(part.pointer(), part))
            .toList();

    static final List<Named<Part>> VALUES = everything(ROOT)
            .filter(part -> part.node().has("schema") && part.node().has("example"))
            .map(part -> Named.of(part.pointer(), part))
            .toList();

    static final List<Named<Part>> SCHEMAS = ROOT.get("components")
            .get("schemas")
            .children()
            .filter(part -> part.node().has("examples"))
            .map(part -> Named.of(part.pointer(), part))
            .toList();

    @ParameterizedTest
    @FieldSource("BODIES")
    void examplesOfABodyAreOfItsSchema(Part body) {
        assertThat(body.get("examples").children())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(
                                body.get("schema").faultsOf(example.get("value").node()))
                        .isEmpty());
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void exampleOfAHeaderOrParameterIsOfItsSchema(Part value) {
        assertThat(value.get("schema").faultsOf(value.node().get("example"))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SCHEMAS")
    void examplesOfASchemaAreOfIt(Part schema) {
        assertThat(schema.node().get("examples"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(schema.faultsOf(example)).isEmpty());
    }

    @Test
    void everyBodyHasAnExample() {
        Map<Boolean, List<String>> bodies = everything(ROOT)
                .filter(part -> part.pointer().matches(".*/content/[^/]+"))
                .collect(Collectors.partitioningBy(
                        part -> part.node().has("examples"), Collectors.mapping(Part::pointer, Collectors.toList())));

        assertThat(bodies.get(true)).hasSizeGreaterThan(20);
        assertThat(bodies.get(false)).isEmpty();
    }

    @Test
    void exampleThatIsNotOfItsSchemaIsFound() {
        Part body = ROOT.get("paths")
                .get("/users")
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json");
        JsonNode ofAnAnswer =
                ROOT.get("components").get("examples").get("Ada").get("value").node();

        assertThat(body.get("schema").faultsOf(ofAnAnswer)).hasSize(2);
    }

    /** Every part once, where it is written. */
    private static Stream<Part> everything(Part part) {
        return Stream.concat(
                Stream.of(part),
                part.children()
                        .filter(child -> child.pointer().startsWith(part.pointer() + "/"))
                        .flatMap(ExamplesTest::everything));
    }
}
