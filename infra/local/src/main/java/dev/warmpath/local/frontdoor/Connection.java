package dev.warmpath.local.frontdoor;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A connection that messages of HTTP/1.1 go over. */
final class Connection implements Closeable {
    private static final String EXPECT = "Expect";
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final MessageReader reader;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.reader = new MessageReader(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Lets a caller go on that waits to be told so before it sends a body: whether the engine wants it is not asked. */
    Optional<Message> readRequest() throws IOException {
        Optional<Message> head = reader.readHead();
        if (head.isEmpty()) {
            return head;
        }
        if (head.get().header(EXPECT).filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write(CONTINUE);
        }
        return Optional.of(reader.readBody(head.get().without(EXPECT)));
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
