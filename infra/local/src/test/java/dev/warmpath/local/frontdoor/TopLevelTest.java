package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopLevelTest {
    private static Optional<String> member(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return TopLevel.member(bytes, "wanted")
                .map(value -> new String(bytes, value.start(), value.end() - value.start(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "-0.5e3", "true", "null", "\"text\"", "{}", "[]", "{\"a\":[1,{\"b\":\"]}\"}]}", "[1, 2]"})
    void valuesOfEachKindAreFoundAtTheStartInTheMiddleAndAtTheEnd(String value) {
        assertThat(member("{\"wanted\":" + value + "}")).contains(value);
        assertThat(member("{\"wanted\":" + value + ",\"z\":1}")).contains(value);
        assertThat(member("{\"a\":{\"x\":[\"}\"]},\"wanted\":" + value + ",\"z\":\"y\"}"))
                .contains(value);
        assertThat(member(" { \"a\" : false ,\n\"wanted\" : " + value + " } ")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"other\":1}",
                "{\"a\":{\"wanted\":1}}",
                "{\"a\":[{\"wanted\":1}]}",
                "{\"a\":\"wanted\"}",
                "{\"a\":\"\\\"wanted\\\":1\"}",
                "{\"a\":\"\\\\\",\"b\":\"x\"}",
                "{\"Wanted\":1}",
                "{\"wante\":1,\"wantedd\":2}",
                "[\"wanted\"]",
                "\"wanted\"",
                "wanted",
                ""
            })
    void whatOnlyLooksLikeTheMemberIsNone(String json) {
        assertThat(member(json)).isEmpty();
    }

    @Test
    void escapesInTextsBeforeItAreSkipped() {
        assertThat(member("{\"a\\\"b\":\"\\\\\\\"}{\",\"grün\":\"ü\",\"wanted\":2}"))
                .contains("2");
    }

    /** Every beginning of a document, as a broken connection would leave it. */
    @Test
    void whatIsCutOffEndsTheSearch() {
        String json = "{\"a\":{\"x\":[\"\\\"\",1,null]},\"b\":\"\\u00fc\\\\\",\"wanted\":[1,{\"c\":2}]}";
        for (int length = 0; length < json.indexOf("\"wanted\""); length++) {
            assertThat(member(json.substring(0, length))).isEmpty();
        }
        assertThat(member(json)).contains("[1,{\"c\":2}]");
    }

    @Test
    void firstMemberIsWhereItsNameBegins() {
        assertThat(TopLevel.firstMember(" { \"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .hasValue(3);
        assertThat(TopLevel.firstMember("{ }".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(TopLevel.firstMember("[1]".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
