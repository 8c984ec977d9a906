package dev.warmpath.local.frontdoor;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads messages of HTTP/1.1, one after the other, each as a whole. */
final class MessageReader {
    /** Four times the largest request of DynamoDB. */
    static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private static final int MAX_HEAD_BYTES = 64 * 1024;
    private static final byte[] EMPTY = {};

    private final InputStream in;
    private byte[] buffer = new byte[4 * 1024];
    private int from;
    private int to;

    MessageReader(InputStream in) {
        this.in = in;
    }

    /**
     * A request up to its body; empty at the end of the connection.
     *
     * @throws ProtocolException if what was sent is no request, or too large
     */
    Optional<Message> readHead() throws IOException {
        return readPart("\r\n\r\n").map(head -> new Message(head, EMPTY));
    }

    /**
     * The rest of a request.
     *
     * @throws ProtocolException if what was sent is no request, or too large
     */
    Message readBody(Message head) throws IOException {
        return readBody(head, EMPTY);
    }

    /** @param method of the request: the answer to a HEAD states the length of a body that does not come */
    Message readAnswer(String method) throws IOException {
        Message answer = new Message(readPart("\r\n\r\n").orElseThrow(EOFException::new), EMPTY);
        boolean noBody = method.equals("HEAD") || answer.word(1).matches("204|304");
        return noBody ? answer : readBody(answer, null);
    }

    /** @param otherwise the body if none is announced; null to read until the connection ends */
    private Message readBody(Message message, byte[] otherwise) throws IOException {
        if (message.header("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return message.without("Transfer-Encoding").withBody(readChunks());
        }
        Optional<String> length = message.header("Content-Length");
        if (length.isPresent()) {
            return new Message(message.head(), readBytes(checked(length.get(), 10)));
        }
        return otherwise == null ? message.withBody(readToEnd()) : new Message(message.head(), otherwise);
    }

    private static int checked(String length, int radix) throws ProtocolException {
        try {
            int bytes = Integer.parseInt(length, radix);
            if (bytes >= 0 && bytes <= MAX_BODY_BYTES) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            throw new ProtocolException("A length is a whole number, not " + length + ".");
        }
        throw new ProtocolException("A body has at most " + MAX_BODY_BYTES + " bytes, not " + length + ".");
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = readChunkSize(); size > 0; size = readChunkSize()) {
            body.write(readBytes(size));
            readLine();
            checked(Integer.toString(body.size()), 10);
        }
        while (!readLine().isEmpty()) {
            // Trailers say nothing that a caller here needs.
        }
        return body.toByteArray();
    }

    private int readChunkSize() throws IOException {
        return checked(readLine().split(";", 2)[0].strip(), 16);
    }

    private String readLine() throws IOException {
        return readPart("\r\n").orElseThrow(EOFException::new);
    }

    private byte[] readToEnd() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(buffer, from, to - from);
        from = to;
        in.transferTo(body);
        return body.toByteArray();
    }

    private byte[] readBytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int buffered = Math.min(length, to - from);
        System.arraycopy(buffer, from, bytes, 0, buffered);
        from += buffered;
        if (in.readNBytes(bytes, buffered, length - buffered) < length - buffered) {
            throw new EOFException("The connection ended within a body.");
        }
        return bytes;
    }

    /** Up to the mark, which is taken off; empty if the connection ends before anything comes. */
    private Optional<String> readPart(String mark) throws IOException {
        int end = find(mark);
        while (end < 0) {
            if (!fill()) {
                if (from < to) {
                    throw new EOFException("The connection ended within a head.");
                }
                return Optional.empty();
            }
            end = find(mark);
        }
        String part = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        from = end + mark.length();
        return Optional.of(part);
    }

    private int find(String mark) {
        for (int at = from; at + mark.length() <= to; at++) {
            if (isAt(at, mark)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (buffer[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** False at the end of the connection. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == MAX_HEAD_BYTES) {
            throw new ProtocolException("A head has at most " + MAX_HEAD_BYTES + " bytes.");
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read > 0;
    }
}
