package dev.warmpath.bench.rig;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One caller's kept-alive connection to the API, whose own CPU time is all taken by the thread that uses it. */
public final class ApiConnection implements Closeable {
    private static final String LENGTH = "content-length";
    private static final String REQUEST = """
            %s %s HTTP/1.1\r
            Host: %s\r
            Authorization: Bearer %s\r
            Content-Type: %s\r
            %sContent-Length: %d\r
            \r
            %s""";

    /** An answer; the names of its headers are in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** Above the 30 s after which an HTTP API gives up. */
    private static final int LIMIT_MILLISECONDS = 40_000;

    private final URI api;
    private final String token;
    private final Socket socket;
    private final InputStream in;

    public ApiConnection(URI api, String token) throws IOException {
        this(api, token, new Socket(api.getHost(), api.getPort()));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLISECONDS);
    }

    private ApiConnection(URI api, String token, Socket socket) throws IOException {
        this(api, token, socket, new BufferedInputStream(socket.getInputStream()));
    }

    private ApiConnection(URI api, String token, Socket socket, InputStream in) {
        this.api = api;
        this.token = token;
        this.socket = socket;
        this.in = in;
    }

    /** The same connection, used by another caller, whose token this is. */
    public ApiConnection as(String token) {
        return new ApiConnection(api, token, socket, in);
    }

    public Answer post(String path, String json) throws IOException {
        return send("POST", path, "", json);
    }

    /** @param headers each with its end of line */
    public Answer send(String method, String path, String headers, String json) throws IOException {
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        socket.getOutputStream()
                .write(REQUEST.formatted(method, path, api.getAuthority(), token, type, headers, json.length(), json)
                        .getBytes(StandardCharsets.US_ASCII));
        return readAnswer();
    }

    private Answer readAnswer() throws IOException {
        int status = Integer.parseInt(readLine().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault(LENGTH, "0"));
        return new Answer(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The API closed the connection.");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
