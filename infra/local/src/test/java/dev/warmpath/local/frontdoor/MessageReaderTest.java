package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    @Test
    void requestsAreReadOneAfterTheOther() throws IOException {
        MessageReader reader =
                reader("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(request(reader)).get().satisfies(first -> {
            assertThat(first.head()).isEqualTo("POST /a HTTP/1.1\r\nContent-Length: 3");
            assertThat(first.body()).asString().isEqualTo("abc");
        });
        assertThat(request(reader))
                .get()
                .satisfies(second -> assertThat(second.body()).isEmpty());
        assertThat(request(reader)).isEmpty();
    }

    @Test
    void chunksBecomeABodyOfStatedLength() throws IOException {
        Message answer = reader(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nt: 1\r\n\r\n")
                .readAnswer("POST");

        assertThat(answer.body()).asString().isEqualTo("abc0123456789");
        assertThat(answer.header("Content-Length")).contains("13");
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void answerWithoutALengthLastsUntilTheConnectionEnds() throws IOException {
        Message answer = reader("HTTP/1.1 200 OK\r\n\r\nabc").readAnswer("POST");

        assertThat(answer.body()).asString().isEqualTo("abc");
        assertThat(answer.header("Content-Length")).contains("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void someAnswersNeverHaveABody(String status) throws IOException {
        assertThat(reader("HTTP/1.1 " + status + "\r\n\r\n").readAnswer("GET").body())
                .isEmpty();
    }

    @Test
    void lengthInTheAnswerToAHeadAnnouncesNothing() throws IOException {
        Message answer = reader("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n").readAnswer("HEAD");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).contains("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void bodyWithoutAUsableLengthIsRefused(String request) {
        assertThatThrownBy(() -> request(reader(request))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void headWithoutAnEndIsRefused() {
        assertThatThrownBy(() -> request(reader("a".repeat(100_000))))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("A head has at most 65536 bytes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST / HT", "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab"})
    void connectionThatEndsWithinARequestIsAnError(String request) {
        assertThatThrownBy(() -> request(reader(request))).isInstanceOf(EOFException.class);
    }

    private static Optional<Message> request(MessageReader reader) throws IOException {
        Optional<Message> head = reader.readHead();
        return head.isEmpty() ? head : Optional.of(reader.readBody(head.get()));
    }

    private static MessageReader reader(String text) {
        return new MessageReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
