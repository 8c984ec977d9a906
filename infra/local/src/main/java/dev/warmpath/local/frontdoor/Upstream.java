package dev.warmpath.local.frontdoor;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** The connection to an engine that one connection of a function uses, made at the first call and kept open. */
final class Upstream implements Closeable {
    /** Engines close what is idle for half a minute or more; a call that meets such a close would be lost. */
    private static final long MAX_IDLE_NANOS = 10_000_000_000L;

    private final Service service;
    private Connection connection;
    private long lastUsed;

    Upstream(Service service) {
        this.service = service;
    }

    /** @throws UnreachableException if the engine does not answer; whether it did what was asked is not known then */
    Message ask(Message request) throws UnreachableException {
        URI engine = service.engine();
        try {
            Connection connected = connect(engine);
            connected.write(request);
            Message answer = connected.readAnswer(request.word(0));
            lastUsed = System.nanoTime();
            return answer;
        } catch (IOException e) {
            close();
            throw new UnreachableException("The engine at " + engine + " does not answer.", e);
        }
    }

    private Connection connect(URI engine) throws IOException {
        if (connection != null && System.nanoTime() - lastUsed > MAX_IDLE_NANOS) {
            close();
        }
        if (connection == null) {
            connection = new Connection(new Socket(engine.getHost(), engine.getPort()));
        }
        return connection;
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                System.getLogger(Upstream.class.getName())
                        .log(System.Logger.Level.DEBUG, "A connection to an engine was not closed cleanly.", e);
            }
            connection = null;
        }
    }
}
