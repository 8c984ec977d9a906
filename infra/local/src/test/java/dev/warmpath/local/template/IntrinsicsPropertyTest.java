package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class IntrinsicsPropertyTest {
    private static final Place HERE = new Place("template.yaml", 1, "Here");
    private static final Intrinsics INTRINSICS = new Intrinsics(
            new ParameterNames(Map.of("Name", Scalar.text(HERE, "$1 \\ ${Name}")), Sam.PSEUDO),
            Mapping.empty(HERE),
            condition -> false);

    @Property(tries = 200)
    void textWithoutPlaceholdersIsKept(@ForAll String text) {
        String plain = text.replace("$", "").replace("{{", "");

        assertThat(evaluate("Fn::Sub", Scalar.text(HERE, plain))).isEqualTo(plain);
    }

    @Property(tries = 200)
    void substitutedValueIsNotSubstitutedAgain(@ForAll @AlphaChars String before, @ForAll @AlphaChars String after) {
        assertThat(evaluate("Fn::Sub", Scalar.text(HERE, before + "${Name}" + after)))
                .isEqualTo(before + "$1 \\ ${Name}" + after);
    }

    @Property(tries = 200)
    void splitUndoesJoin(@ForAll @NotEmpty List<@AlphaChars String> items) {
        Node joined = Scalar.text(HERE, evaluate("Fn::Join", list(Scalar.text(HERE, "."), texts(items))));
        Node split = call("Fn::Split", list(Scalar.text(HERE, "."), joined));

        assertThat(INTRINSICS.require(split).value()).isEqualTo(items);
    }

    @Property(tries = 200)
    void resolvedIsResolvedForGood(@ForAll @Size(max = 5) Map<@AlphaChars String, @AlphaChars String> values) {
        LinkedHashMap<String, Node> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put("k" + key, Scalar.text(HERE, value)));
        Node once = INTRINSICS.require(new Mapping(HERE, entries));

        assertThat(INTRINSICS.require(once)).isEqualTo(once);
    }

    private static String evaluate(String function, Node argument) {
        return INTRINSICS.require(call(function, argument)).asText();
    }

    private static Node call(String function, Node argument) {
        LinkedHashMap<String, Node> entries = new LinkedHashMap<>();
        entries.put(function, argument);
        return new Mapping(HERE, entries);
    }

    private static Node texts(List<String> items) {
        return new Sequence(
                HERE, items.stream().map(item -> (Node) Scalar.text(HERE, item)).toList());
    }

    private static Node list(Node... items) {
        return new Sequence(HERE, List.of(items));
    }
}
