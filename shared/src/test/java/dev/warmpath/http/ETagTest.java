package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagTest {
    private static final ETag TAG = new ETag(0x1f);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1f\"",
                "W/\"1f\"",
                "*",
                " * ",
                "\"a\",\"1f\"",
                "\"a\" ,\t\"1f\" ",
                ",, \"1f\"",
                "\"a,b\", \"1f\"",
                "\"\",\"1f\""
            })
    void aListWithTheTagNamesIt(String ifNoneMatch) {
        assertThat(TAG.isNamedBy(ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1f",
                "\"1F\"",
                "\"1f",
                "w/\"1f\"",
                "\"a,\"1f\"",
                "\"*\"",
                "*, \"1f\"",
                "x, \"1f\"",
                "W/*"
            })
    void anythingElseDoesNot(String ifNoneMatch) {
        assertThat(TAG.isNamedBy(ifNoneMatch)).isFalse();
    }

    @Property
    void everyTagIsFoundInEveryListThatHoldsIt(
            @ForAll List<Long> others,
            @ForAll long version,
            @ForAll @IntRange(max = 100) int place,
            @ForAll boolean weak) {
        List<String> tags =
                others.stream().map(other -> new ETag(other).toString()).collect(Collectors.toList());
        tags.add(Math.min(place, tags.size()), (weak ? "W/" : "") + new ETag(version));

        assertThat(new ETag(version).isNamedBy(String.join(", ", tags))).isTrue();
    }

    @Property
    void noOtherTagIsFound(@ForAll List<Long> others, @ForAll long version) {
        String tags = others.stream()
                .filter(other -> other != version)
                .map(other -> new ETag(other).toString())
                .collect(Collectors.joining(","));

        assertThat(new ETag(version).isNamedBy(tags)).isFalse();
    }

    @Property
    void anyHeaderIsReadWithoutFailing(@ForAll String header) {
        assertThat(TAG.isNamedBy(header)).isEqualTo(header.strip().equals("*") || header.contains("\"1f\""));
    }
}
