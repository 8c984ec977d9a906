package dev.warmpath.bench.patterns;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A port on this machine that neither accepts a connection nor refuses one, as a host that is gone from the network. */
final class BlackHole implements Closeable {
    private static final Duration NO_ANSWER = Duration.ofMillis(200);
    private static final int MOST_WAITING = 16;

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private BlackHole(ServerSocket server) {
        this.server = server;
    }

    /**
     * Fills the queue of those that wait to be accepted, beyond which Linux answers none.
     *
     * @throws IllegalStateException if the system goes on to answer
     * @see <a href="https://man7.org/linux/man-pages/man2/listen.2.html">listen(2)</a>
     */
    static BlackHole open() throws IOException {
        BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        while (hole.answers()) {
            if (hole.waiting.size() > MOST_WAITING) {
                hole.close();
                throw new IllegalStateException("This system completes connections that nobody accepts.");
            }
        }
        return hole;
    }

    private boolean answers() throws IOException {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), port()), (int) NO_ANSWER.toMillis());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        server.close();
    }
}
