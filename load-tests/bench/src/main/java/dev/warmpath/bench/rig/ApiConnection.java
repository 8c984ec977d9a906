package dev.warmpath.bench.rig;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One caller's kept-alive connection to the API, whose own CPU time is all taken by the thread that uses it. */
public final class ApiConnection implements Closeable {
    private static final String LENGTH = "content-length:";
    private static final String REQUEST = """
            %s %s HTTP/1.1\r
            Host: %s\r
            Authorization: Bearer %s\r
            Content-Type: %s\r
            %sContent-Length: %d\r
            \r
            %s""";

    /** An answer; the API's texts are all its benchmarks look at. */
    public record Answer(int status, String body) {}

    private final URI api;
    private final String token;
    private final Socket socket;
    private final InputStream in;

    public ApiConnection(URI api, String token) throws IOException {
        this.api = api;
        this.token = token;
        socket = new Socket(api.getHost(), api.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
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
        int length = 0;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            if (line.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The API closed the connection.");
            }
            line.append((char) next);
        }
        return line.toString().strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
