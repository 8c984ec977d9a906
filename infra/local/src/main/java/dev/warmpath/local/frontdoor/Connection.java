package dev.warmpath.local.frontdoor;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A connection that messages of HTTP/1.1 go over. */
final class Connection implements Closeable {
    private final Socket socket;
    private final MessageReader reader;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.reader = new MessageReader(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    Optional<Message> readRequest() throws IOException {
        return reader.readRequest();
    }

    Message readAnswer(String method) throws IOException {
        return reader.readAnswer(method);
    }

    /** Head and body go out in one segment: in two, delayed acknowledgement would add 40 ms. */
    void write(Message message) throws IOException {
        byte[] head = (message.head() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = message.body();
        byte[] bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
