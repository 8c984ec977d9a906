package dev.warmpath.local.frontdoor;

import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A request or an answer of HTTP/1.1.
 *
 * @param head start line and headers as they came, without the empty line at their end
 * @param body without transfer encoding
 */
record Message(String head, byte[] body) {
    private static final String LINE_END = "\r\n";
    private static final String LENGTH = "Content-Length";
    private static final byte[] EMPTY = {};
    private static final String CHECKSUM = "x-amz-crc32";

    /** @param startLine such as {@code HTTP/1.1 200 OK} */
    static Message of(String startLine, byte[] body) {
        return new Message(startLine, body).with(LENGTH, Integer.toString(body.length));
    }

    /** With DynamoDB's checksum of the body, which its clients verify. */
    Message withChecksum() {
        return with(CHECKSUM, Long.toString(crc32(body)));
    }

    private static long crc32(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /** Length and checksum follow, where they were stated. */
    Message withBody(byte[] replacement) {
        Message changed = new Message(head, replacement).with(LENGTH, Integer.toString(replacement.length));
        return header(CHECKSUM).isPresent() ? changed.withChecksum() : changed;
    }

    /** The same head, with whatever length it states. */
    Message withoutBody() {
        return new Message(head, EMPTY);
    }

    String startLine() {
        int end = head.indexOf(LINE_END);
        return end < 0 ? head : head.substring(0, end);
    }

    Message withStartLine(String replacement) {
        return new Message(replacement + head.substring(startLine().length()), body);
    }

    /** The first word of a request's start line, or the version in an answer's. */
    String word(int index) {
        String[] words = startLine().split(" ", 3);
        return index < words.length ? words[index] : "";
    }

    /** Sets a header, in the place of one that is there. */
    Message with(String name, String value) {
        return new Message(without(name).head + LINE_END + name + ": " + value, body);
    }

    Message without(String name) {
        int line = find(name);
        if (line < 0) {
            return this;
        }
        return new Message(head.substring(0, line) + head.substring(endOf(line)), body).without(name);
    }

    Optional<String> header(String name) {
        int line = find(name);
        return line < 0
                ? Optional.empty()
                : Optional.of(head.substring(line + LINE_END.length() + name.length() + 1, endOf(line))
                        .strip());
    }

    boolean endsConnection() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    /** The line end before a header, or -1. */
    private int find(String name) {
        for (int line = head.indexOf(LINE_END); line >= 0; line = head.indexOf(LINE_END, line + 1)) {
            int start = line + LINE_END.length();
            int end = start + name.length();
            if (head.regionMatches(true, start, name, 0, name.length())
                    && end < head.length()
                    && head.charAt(end) == ':') {
                return line;
            }
        }
        return -1;
    }

    private int endOf(int line) {
        int next = head.indexOf(LINE_END, line + 1);
        return next < 0 ? head.length() : next;
    }
}
