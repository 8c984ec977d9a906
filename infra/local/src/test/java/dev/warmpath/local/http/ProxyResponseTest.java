package dev.warmpath.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyResponseTest {
    @Test
    void objectWithoutStatusCodeIsTheBody() throws Refusal {
        Answer answer = read("{\"name\": \"Ada\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsExactly(new Answer.Header("content-type", "application/json"));
        assertThat(text(answer)).isEqualTo("{\"name\": \"Ada\"}");
    }

    @Test
    void textIsTheBodyWithoutItsQuotes() throws Refusal {
        assertThat(text(read("\"Hello\\n\""))).isEqualTo("Hello\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "42", "true", "null"})
    void otherJsonIsTheBody(String payload) throws Refusal {
        assertThat(text(read(payload))).isEqualTo(payload);
        assertThat(read(payload).status()).isEqualTo(200);
    }

    @Test
    void headersMultiValuesAndCookiesAreLinesOfTheAnswer() throws Refusal {
        Answer answer = read("""
                {"statusCode": 201, "headers": {"Location": "/users/1", "X-Count": 3, "X-Flag": true},
                 "multiValueHeaders": {"X-Tag": ["a", "b"]}, "cookies": ["s=1; Path=/", "t=2"], "body": "ok"}
                """);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers())
                .containsExactly(
                        new Answer.Header("Location", "/users/1"),
                        new Answer.Header("X-Count", "3"),
                        new Answer.Header("X-Flag", "true"),
                        new Answer.Header("X-Tag", "a"),
                        new Answer.Header("X-Tag", "b"),
                        new Answer.Header("set-cookie", "s=1; Path=/"),
                        new Answer.Header("set-cookie", "t=2"),
                        new Answer.Header("content-type", "text/plain; charset=utf-8"));
    }

    @Test
    void ownContentTypeIsKept() throws Refusal {
        assertThat(read("{\"statusCode\": 200, \"headers\": {\"Content-Type\": \"text/html\"}, \"body\": \"<p>\"}")
                        .headers())
                .containsExactly(new Answer.Header("Content-Type", "text/html"));
    }

    @Test
    void headersOfTheConnectionAreTheGatewaysOwn() throws Refusal {
        assertThat(read("{\"statusCode\": 200, \"headers\": {\"Content-Length\": \"99\", \"connection\": \"close\"}}")
                        .headers())
                .isEmpty();
    }

    @Test
    void base64BodyIsDecoded() throws Refusal {
        Answer answer = read("{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"AP+A\"}");

        assertThat(answer.body()).isEqualTo(new byte[] {0, (byte) 0xFF, (byte) 0x80});
    }

    @Test
    void missingBodyIsEmptyAndHasNoType() throws Refusal {
        assertThat(read("{\"statusCode\": 204}").body()).isEmpty();
        assertThat(read("{\"statusCode\": 204}").headers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{\"statusCode\": 200",
                "{\"statusCode\": \"200\"}",
                "{\"statusCode\": null}",
                "{\"statusCode\": 99}",
                "{\"statusCode\": 101}",
                "{\"statusCode\": 600}",
                "{\"statusCode\": 200.5}",
                "{\"statusCode\": 200, \"body\": {\"a\": 1}}",
                "{\"statusCode\": 200, \"body\": \"%%%\", \"isBase64Encoded\": true}",
                "{\"statusCode\": 200, \"headers\": [\"a\"]}",
                "{\"statusCode\": 200, \"headers\": {\"a\": {\"b\": 1}}}",
                "{\"statusCode\": 200, \"headers\": {\"a b\": \"c\"}}",
                "{\"statusCode\": 200, \"headers\": {\"\": \"c\"}}",
                "{\"statusCode\": 200, \"headers\": {\"a\": \"b\\r\\nset-cookie: c=d\"}}",
                "{\"statusCode\": 200, \"multiValueHeaders\": {\"a\": \"b\"}}",
                "{\"statusCode\": 200, \"cookies\": \"a=b\"}",
                "{\"statusCode\": 200, \"cookies\": [1, null]}"
            })
    void malformedResponseIsAnInternalError(String payload) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(payload))
                .withMessage("MalformedProxyResponse")
                .satisfies(refusal -> assertThat(refusal.answer().status()).isEqualTo(500));
    }

    private static Answer read(String payload) throws Refusal {
        return ProxyResponse.read(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
