package dev.warmpath.local.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The port at which one service is called.
 *
 * <p>This is in the path of every call, so a connection has one thread, which asks the engine itself: nothing is handed from
 * thread to thread.
 */
final class Door implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());
    private static final int BACKLOG = 200;

    private final Service service;
    private final Control control;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean unreachable = new AtomicBoolean();

    private Door(Service service, Control control, ServerSocket socket) {
        this.service = service;
        this.control = control;
        this.socket = socket;
    }

    static Door open(Service service, Control control) throws IOException {
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        Door door = new Door(service, control, socket);
        Thread.ofPlatform().daemon().name("front-door").start(door::accept);
        return door;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket accepted = socket.accept();
                Thread.ofPlatform()
                        .daemon()
                        .name("front-door-" + service.name())
                        .start(() -> serve(accepted));
            }
        } catch (IOException e) {
            // Closing the socket is how this thread is told to end.
            if (!socket.isClosed()) {
                throw new UncheckedIOException("The front door of " + service.name() + " broke.", e);
            }
        }
    }

    private void serve(Socket accepted) {
        open.add(accepted);
        try (Connection caller = new Connection(accepted);
                Upstream upstream = new Upstream(service)) {
            passAll(caller, new Passage(service, control, upstream));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A function's connection ended.", e);
        } catch (RuntimeException e) {
            control.errors().accept(e);
        } finally {
            open.remove(accepted);
        }
    }

    private void passAll(Connection caller, Passage passage) throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            Optional<Message> request = read(caller);
            Optional<Message> answer = request.isEmpty() ? Optional.empty() : answer(request.get(), passage);
            if (answer.isPresent()) {
                // The answer to a HEAD states the length of a body that does not come.
                caller.write(request.get().word(0).equals("HEAD") ? answer.get().withoutBody() : answer.get());
            }
            goesOn = answer.isPresent()
                    && !request.get().endsConnection()
                    && !answer.get().endsConnection();
        }
    }

    private static Optional<Message> read(Connection caller) throws IOException {
        try {
            return caller.readRequest();
        } catch (ProtocolException e) {
            byte[] sentence = e.getMessage().getBytes(StandardCharsets.UTF_8);
            caller.write(Message.of("HTTP/1.1 400 Bad Request", sentence).with("Connection", "close"));
            throw e;
        }
    }

    private Optional<Message> answer(Message request, Passage passage) {
        try {
            Optional<Message> answer = passage.pass(request);
            unreachable.set(false);
            return answer;
        } catch (UnreachableException e) {
            if (!unreachable.getAndSet(true)) {
                control.errors().accept(e);
            }
            return Optional.of(service.protocol().failed(503));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
