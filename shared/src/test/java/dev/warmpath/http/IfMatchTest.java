package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"\"1f\"", " \"1f\" ", "\"1f\",", "\"1f\", \"1f\"", "W/\"20\", \"1f\"", "\"x\", \"1f\"", ",\"1f\""
            })
    void aStrongTagNamesItsVersion(String header) {
        assertThat(of(header).versions()).containsExactly(0x1fL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"W/\"1f\"", "\"1F\"", "\"01f\"", "\"0\"", "\"\"", "\"*\"", "\"1ffffffffffffffff\"", "\"a,b\""})
    void aWeakTagOrOneThatNoVersionMakesNamesNone(String header) {
        assertThat(of(header).versions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f", "\"1f", "w/\"1f\"", "\"1f\" \"20\"", "\"1f\", *", "W/*", "\"1f\", x"})
    void aHeaderThatIsNoListOfTagsAnswers400(String header) {
        Problem problem = refused(Map.of("if-match", header));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).isEqualTo("If-Match must be a list of entity tags, such as \"1f\", \"20\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyHeaderAnswers428LikeAMissingOne(String header) {
        assertThat(refused(Map.of("if-match", header)))
                .isEqualTo(refused(Map.of()))
                .extracting(Problem::status)
                .isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void anyVersionAnswers428AndSaysWhy(String header) {
        Problem problem = refused(Map.of("if-match", header));

        assertThat(problem.status()).isEqualTo(428);
        assertThat(problem.detail()).contains("would overwrite a version that you have not seen");
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "101, 400"})
    void aHundredVersionsMayBeNamed(int versions, int refusal) {
        String header = IntStream.rangeClosed(1, versions)
                .mapToObj(version -> new ETag(version).toString())
                .collect(Collectors.joining(","));

        if (refusal == 0) {
            assertThat(of(header).versions()).hasSize(versions);
        } else {
            assertThat(refused(Map.of("if-match", header)).status()).isEqualTo(refusal);
        }
    }

    @Test
    void theLargestVersionIsReadAsItIs() {
        assertThat(of(new ETag(Long.MAX_VALUE).toString()).versions()).containsExactly(Long.MAX_VALUE);
    }

    @Property
    void everyStrongTagOfAListIsNamed(
            @ForAll @Size(min = 1, max = 100) Set<@LongRange(min = 1, max = Long.MAX_VALUE) Long> versions) {
        List<String> tags =
                versions.stream().map(version -> new ETag(version).toString()).toList();

        assertThat(of(String.join(" , ", tags)).versions()).isEqualTo(versions);
    }

    @Property
    void anyHeaderIsReadOrAnswers400Or428(@ForAll String header) {
        try {
            assertThat(of(header).versions()).doesNotContain(0L);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isIn(400, 428);
        }
    }

    private static IfMatch of(String header) {
        return IfMatch.of(Events.post(Map.of("if-match", header), new byte[0]));
    }

    private static Problem refused(Map<String, String> headers) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> IfMatch.of(Events.post(headers, new byte[0])));
        assertThat(refused).isNotNull();
        return refused.problem();
    }
}
