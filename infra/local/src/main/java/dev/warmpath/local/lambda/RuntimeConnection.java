package dev.warmpath.local.lambda;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP/1.1 connection of a runtime client, or of an SDK that asks for credentials.
 *
 * <p>Only what these clients send is understood: requests of a stated length, one after the other.
 */
final class RuntimeConnection implements Closeable {
    /**
     * One request.
     *
     * @param headers by lower-case name
     * @param body empty if it was {@code tooLarge} to be kept
     */
    record Request(String path, Map<String, String> headers, byte[] body, boolean tooLarge) {}

    /** The runtime client sends up to 1 MiB in one header, the cause of an error for X-Ray. */
    private static final int MAX_LINE_BYTES = 2 * 1024 * 1024;

    private static final byte[] EMPTY = {};

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RuntimeConnection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Empty at the end of the connection. */
    Optional<Request> read() throws IOException {
        String requestLine = readLine();
        if (requestLine.isEmpty()) {
            return Optional.empty();
        }
        String[] words = requestLine.split(" ");
        if (words.length != 3) {
            throw new ProtocolException("A request line has a method, a path and a version, not: " + requestLine);
        }
        return Optional.of(readRest(words[1], readHeaders()));
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new ProtocolException("A header has a name and a value, not: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private Request readRest(String path, Map<String, String> headers) throws IOException {
        long length = Long.parseLong(headers.getOrDefault("content-length", "0"));
        if (length > RuntimeApi.MAX_RESPONSE_BYTES) {
            in.skipNBytes(length);
            return new Request(path, headers, EMPTY, true);
        }
        return new Request(path, headers, in.readNBytes((int) length), false);
    }

    /** Without its line end; empty also at the end of the connection. */
    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
            if (line.length() > MAX_LINE_BYTES) {
                throw new ProtocolException("A line is longer than " + MAX_LINE_BYTES + " bytes.");
            }
        }
        return line.toString();
    }

    void write(String status, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(400).append("HTTP/1.1 ").append(status);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        send(head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /** Sends head and body in one segment: in two, delayed acknowledgement would add 40 ms. */
    private void send(byte[] head, byte[] body) throws IOException {
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        out.write(message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
