package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogFramesTest {
    private static final int TEXT = 0xa55a0003;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private void frame(String message) throws IOException {
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        out.writeInt(TEXT);
        out.writeInt(content.length);
        out.writeLong(1_700_000_000_000_000L);
        out.write(content);
    }

    private void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read() throws IOException {
        List<String> all = new ArrayList<>();
        try (LogFrames frames = new LogFrames(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Optional<String> next = frames.next(); next.isPresent(); next = frames.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    @Test
    void frameIsAMessageWithItsInnerEndsOfLine() throws IOException {
        frame("one");
        frame("two\n\n lines");
        frame("three\n");

        assertThat(read()).containsExactly("one", "two\n\n lines", "three");
    }

    @Test
    void textBetweenFramesIsReadByLines() throws IOException {
        raw("# A fatal error\n# åZ is no frame\n");
        frame("framed");
        raw("without an end");
        frame("framed again");
        raw("last");

        assertThat(read())
                .containsExactly(
                        "# A fatal error", "# åZ is no frame", "framed", "without an end", "framed again", "last");
    }

    @Test
    void messageMayHaveTheBytesOfAFrame() throws IOException {
        frame("å\u0000Z\u0000");

        assertThat(read()).containsExactly("å\u0000Z\u0000");
    }

    @Test
    void messageThatWasCutEndsWhereItWasCut() throws IOException {
        out.writeInt(TEXT);
        out.writeInt(100);
        out.writeLong(0);
        raw("killed her");

        assertThat(read()).containsExactly("killed her");
    }

    @Test
    void nothingIsNoMessage() throws IOException {
        assertThat(read()).isEmpty();
    }
}
