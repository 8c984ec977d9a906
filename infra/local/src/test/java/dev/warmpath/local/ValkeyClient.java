package dev.warmpath.local;

import dev.warmpath.local.valkey.ValkeyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Speaks to the server of a shared cache past all functions; knows texts of one line only.
 *
 * @see <a href="https://valkey.io/topics/protocol/">Serialization protocol</a>
 */
final class ValkeyClient implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    private ValkeyClient(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    static ValkeyClient of(ValkeyServer server) throws IOException {
        return new ValkeyClient(new Socket(server.host(), server.port()));
    }

    /** The elements of the reply; its one line where it is no list. */
    List<String> call(String... words) throws IOException {
        StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            request.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        out.write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        String head = in.readLine();
        return head.startsWith("*") ? elements(Integer.parseInt(head.substring(1))) : List.of(head);
    }

    private List<String> elements(int count) throws IOException {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            in.readLine();
            elements.add(in.readLine());
        }
        return elements;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
