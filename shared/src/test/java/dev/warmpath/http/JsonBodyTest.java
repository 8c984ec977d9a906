package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.json.Fault;
import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    @Test
    void aRightBodyIsRead() {
        assertThat(read("application/json", "{\"a\":\"x\"}")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "Application/JSON;charset=\"UTF-8\"",
                "application/merge-patch+json"
            })
    void anyTypeOfJsonInUtf8IsTaken(String type) {
        assertThat(read(type, "{\"a\":\"x\"}")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "application/jsonp"
            })
    void anyOtherTypeAnswers415(String type) {
        assertThat(problem(type, "{\"a\":\"x\"}").status()).isEqualTo(415);
    }

    @Test
    void aBodyOfOneMebibyteIsRead() {
        String frame = "{\"a\":\"\"}";
        String value = "x".repeat(JsonBody.MAX_BYTES - frame.length());

        assertThat(read("application/json", "{\"a\":\"" + value + "\"}")).isEqualTo(value);
    }

    @Test
    void oneByteMoreAnswers413() {
        assertThat(problem("application/json", " ".repeat(JsonBody.MAX_BYTES + 1))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void faultsAnswer400AndAreNamed() {
        Problem problem = problem("application/json", "{\"b\":1}");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors())
                .containsExactly(new Fault("/a", "is missing"), new Fault("/b", "is not a known field"));
    }

    @Test
    void deepNestingAnswers400WithItsPointer() {
        assertThat(problem("application/json", "{\"a\":" + "[".repeat(9) + "]".repeat(9) + "}")
                        .errors())
                .contains(new Fault("/a/0/0/0/0/0/0/0", "must not be nested deeper than 8 levels"));
    }

    @Property
    void anyBytesAreReadOrAnswer400(@ForAll byte[] bytes) {
        try {
            read("application/json", bytes);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
            assertThat(e.problem().errors()).isNotEmpty();
        }
    }

    private static String read(String type, String body) {
        return read(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String type, byte[] body) {
        return JsonBody.read(Events.post(Map.of("content-type", type), body), JsonBodyTest::fieldA);
    }

    private static String fieldA(JsonObject json) throws InvalidJson {
        String a = json.required("a", text -> Optional.empty());
        json.verify();
        return a;
    }

    private static Problem problem(String type, String body) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(type, body));
        assertThat(refused).isNotNull();
        return refused.problem();
    }
}
