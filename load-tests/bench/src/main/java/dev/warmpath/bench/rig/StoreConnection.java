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

/** A kept-alive connection to DynamoDB that costs next to nothing itself, so that what lies behind it shows. */
public final class StoreConnection implements Closeable {
    private static final String LENGTH = "content-length:";
    private static final String REQUEST = """
            POST %s HTTP/1.1\r
            Host: %s\r
            X-Amz-Target: DynamoDB_20120810.%s\r
            Content-Type: application/x-amz-json-1.0\r
            Authorization: AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0\r
            Content-Length: %d\r
            \r
            %s""";

    private final URI endpoint;
    private final Socket socket;
    private final InputStream in;

    public StoreConnection(URI endpoint) throws IOException {
        this.endpoint = endpoint;
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A whole request of ASCII text, to be sent as often as wanted. */
    public byte[] request(String operation, String json) {
        String path = endpoint.getPath().isEmpty() ? "/" : endpoint.getPath();
        return REQUEST.formatted(path, endpoint.getAuthority(), operation, json.length(), json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IllegalStateException if the answer is an error: no figure is worth quoting then */
    public void call(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = readLine();
        int length = 0;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            if (line.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 200 ")) {
            throw new IllegalStateException("The store answered " + status + " " + body);
        }
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The store closed the connection.");
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
