package dev.warmpath.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Accepts connections and does with each what a test wants. */
final class StubServer implements AutoCloseable {
    interface Behaviour {
        void on(Socket connection) throws Exception;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final ConcurrentLinkedQueue<Socket> accepted = new ConcurrentLinkedQueue<>();

    StubServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                accepted.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            assert server.isClosed();
        }
    }

    private void serve(Socket connection) {
        try {
            behaviour.on(connection);
        } catch (Exception clientLeft) {
            assert !connection.isClosed() || server.isClosed();
        }
    }

    int connections() {
        return accepted.size();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Settings with which a slow machine makes no test fail. */
    static ValkeySettings patient(int port) {
        return new ValkeySettings("127.0.0.1", port, false, Optional.empty(), PATIENCE, PATIENCE);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : accepted) {
            connection.close();
        }
    }
}
