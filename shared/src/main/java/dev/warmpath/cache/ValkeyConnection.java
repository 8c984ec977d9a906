package dev.warmpath.cache;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * The one connection of an execution environment to a Valkey or Redis server, made when it is first needed, and anew after
 * any failure. All caches share it; calls take turns.
 *
 * <p>A call costs at most one timeout, that of answering, however slowly the server sends or reads; one that has to connect
 * first costs at most that timeout as well.
 */
final class ValkeyConnection implements AutoCloseable {
    private final ValkeySettings settings;
    private final Supplier<SocketFactory> tls;
    private final ReentrantLock turn = new ReentrantLock();
    private OpenConnection open;

    ValkeyConnection(ValkeySettings settings) {
        this(settings, SSLSocketFactory::getDefault);
    }

    ValkeyConnection(ValkeySettings settings, Supplier<SocketFactory> tls) {
        this.settings = settings;
        this.tls = tls;
    }

    /**
     * Sends commands and reads their replies.
     *
     * @param commands are given a second time if the connection turns out to have been closed since it was last used
     * @throws LevelException if the server cannot be reached, answers an error or garbage, or takes too long
     */
    <T> T call(Function<Connection, T> commands) {
        takeTurn();
        try {
            return answer(commands);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A garbled length makes the client ask for more memory than there is, which leaves the memory as it was.
            drop();
            throw new LevelException(settings + " failed: " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    /** Drops the connection, as before a snapshot, which would bring back a dead one; the next call makes a new one. */
    @Override
    public void close() {
        turn.lock();
        try {
            drop();
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(settings.answerTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LevelException(settings + " is busy with calls of other threads");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LevelException("Interrupted before " + settings + " was asked", e);
        }
    }

    private <T> T answer(Function<Connection, T> commands) {
        if (open != null) {
            try {
                return open.call(commands);
            } catch (JedisConnectionException closed) {
                // As by a server or network that drops idle connections while the environment is frozen, which is no
                // failure.
                drop();
            }
        }
        open = OpenConnection.to(settings, tls);
        return open.call(commands);
    }

    private void drop() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
