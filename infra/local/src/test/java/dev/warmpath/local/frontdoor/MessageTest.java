package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Message REQUEST = new Message(
            "POST /GetUser/ HTTP/1.1\r\nHost: a\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2",
            bytes("{}"));

    @Test
    void headersAreFoundInAnyCase() {
        assertThat(REQUEST.header("x-amz-target")).contains("DynamoDB_20120810.GetItem");
        assertThat(REQUEST.header("content-length")).contains("2");
        assertThat(REQUEST.header("amz-target")).isEmpty();
        assertThat(REQUEST.header("Content")).isEmpty();
    }

    @Test
    void wordsAreThoseOfTheStartLine() {
        assertThat(REQUEST.word(0)).isEqualTo("POST");
        assertThat(REQUEST.word(1)).isEqualTo("/GetUser/");
        assertThat(REQUEST.word(2)).isEqualTo("HTTP/1.1");
        assertThat(new Message("nonsense", bytes("")).word(1)).isEmpty();
    }

    @Test
    void startLineIsReplacedAlone() {
        Message moved = REQUEST.withStartLine("POST / HTTP/1.1");

        assertThat(moved.startLine()).isEqualTo("POST / HTTP/1.1");
        assertThat(moved.header("Host")).contains("a");
    }

    @Test
    void headerThatIsSetReplacesEachOfItsName() {
        Message twice = new Message("GET / HTTP/1.1\r\na: 1\r\nB: 2\r\nA: 3", bytes("")).with("a", "4");

        assertThat(twice.head()).isEqualTo("GET / HTTP/1.1\r\nB: 2\r\na: 4");
    }

    @Test
    void lengthAndChecksumFollowTheBody() {
        Message answer = Message.of("HTTP/1.1 200 OK", bytes("{}")).withChecksum();

        Message changed = answer.withBody(bytes("{\"TableNames\":[]}"));

        assertThat(changed.header("Content-Length")).contains("17");
        // As DynamoDB Local states it for this body.
        assertThat(changed.header("x-amz-crc32")).contains("1315925753");
        assertThat(REQUEST.withBody(bytes("")).header("x-amz-crc32")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
