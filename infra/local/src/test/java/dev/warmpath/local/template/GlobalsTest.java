package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.Node.Mapping;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GlobalsTest {
    private static final String SECTIONS = """
            Globals:
              Function:
                Runtime: java25
                CodeUri: users.jar
                Timeout: 10
                Layers: [!Ref First]
                Environment:
                  Variables: {STAGE: dev, SHARED: global}
            Resources:
              First: {Type: 'AWS::Serverless::LayerVersion', Properties: {ContentUri: first.zip}}
              Second: {Type: 'AWS::Serverless::LayerVersion', Properties: {ContentUri: second.zip}}
              Read:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
                  Timeout: 5
                  Layers: [!Ref Second]
                  Environment:
                    Variables: {SHARED: own, TABLE: users}
            """;

    @Test
    void variablesMergeAndTheFunctionsOwnWin() {
        assertThat(function().environment()).isEqualTo(Map.of("STAGE", "dev", "SHARED", "own", "TABLE", "users"));
    }

    @Test
    void listsAreJoinedGlobalsFirst() {
        assertThat(function().layers())
                .map(path -> path.getFileName().toString())
                .containsExactly("first.zip", "second.zip");
    }

    @Test
    void plainValuesAreOverridden() {
        assertThat(function().timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void valueFromGlobalsIsBlamedThere() {
        assertThat(Sam.errorOf(SECTIONS.replace("Runtime: java25", "Runtime: nodejs22.x")))
                .isEqualTo("template.yaml:4: Globals.Function.Runtime: \"nodejs22.x\" is not supported; "
                        + "expected a Java runtime such as java25");
    }

    @Property(tries = 200)
    void mergingWithNothingChangesNothing(@ForAll("mappings") Mapping mapping) {
        Mapping nothing = Mapping.empty(mapping.place());

        assertThat(Globals.merge(nothing, mapping)).isEqualTo(mapping);
        assertThat(Globals.merge(mapping, nothing)).isEqualTo(mapping);
    }

    @Property(tries = 200)
    void mergedHasTheKeysOfBothAndOwnValuesWin(@ForAll("mappings") Mapping global, @ForAll("mappings") Mapping own) {
        Mapping merged = Globals.merge(global, own);

        assertThat(merged.entries()).containsOnlyKeys(union(global, own)).containsAllEntriesOf(own.entries());
    }

    @Provide
    Arbitrary<Mapping> mappings() {
        Place here = new Place("template.yaml", 1, "");
        return Arbitraries.maps(
                        Arbitraries.of("A", "B", "C", "D"),
                        Arbitraries.strings().alpha())
                .map(values -> {
                    Mapping mapping = Mapping.empty(here);
                    values.forEach((key, text) -> mapping.entries().put(key, Node.Scalar.text(here, text)));
                    return mapping;
                });
    }

    private static Set<String> union(Mapping one, Mapping other) {
        Set<String> keys = new TreeSet<>(one.entries().keySet());
        keys.addAll(other.entries().keySet());
        return keys;
    }

    private static FunctionSpec function() {
        return Sam.resolve(SECTIONS).functions().getFirst();
    }
}
