package dev.warmpath.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * A connection that is closed under whoever uses it once the time of a call is over. The timeout of a socket would not do:
 * it begins anew with each byte that is read, and there is none for bytes that are written.
 */
final class OpenConnection implements AutoCloseable {
    private final Socket socket;
    private final Connection connection;
    private final Duration answerTimeout;
    private volatile boolean late;

    private OpenConnection(Socket socket, Connection connection, Duration answerTimeout) {
        this.socket = socket;
        this.connection = connection;
        this.answerTimeout = answerTimeout;
    }

    static OpenConnection to(ValkeySettings settings, Supplier<SocketFactory> tls) {
        Socket socket = new Socket();
        FutureTask<Connection> connecting = new FutureTask<>(() -> connect(socket, settings, tls));
        // Nothing can end the resolving of a name, so it must not be this thread that waits for it.
        Thread.ofPlatform().daemon().name("valkey-connect").start(connecting);
        try {
            Connection connection = connecting.get(settings.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
            return new OpenConnection(socket, connection, settings.answerTimeout());
        } catch (ExecutionException e) {
            close(socket);
            throw new LevelException("no connection, " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            close(socket);
            throw new LevelException("no connection within " + settings.connectTimeout(), e);
        } catch (InterruptedException e) {
            close(socket);
            Thread.currentThread().interrupt();
            throw new LevelException("interrupted while connecting", e);
        }
    }

    private static Connection connect(Socket socket, ValkeySettings settings, Supplier<SocketFactory> tls)
            throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(settings.host(), settings.port()));
        Socket secured = settings.tls() ? secured(socket, settings, (SSLSocketFactory) tls.get()) : socket;
        Connection connection = new Connection(() -> secured);
        settings.password().ifPresent(password -> {
            connection.sendCommand(Command.AUTH, password);
            connection.getStatusCodeReply();
        });
        return connection;
    }

    private static SSLSocket secured(Socket socket, ValkeySettings settings, SSLSocketFactory tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, settings.host(), settings.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        // Without it a certificate for any other host would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    <T> T call(Function<Connection, T> commands) {
        ScheduledFuture<?> end =
                Watch.THREAD.schedule((Runnable) this::end, answerTimeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return commands.apply(connection);
        } catch (RuntimeException e) {
            throw late ? new LevelException("no answer within " + answerTimeout, e) : e;
        } finally {
            end.cancel(false);
        }
    }

    private void end() {
        late = true;
        close();
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket could not be closed", e);
        }
    }

    private static final class Watch {
        static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("valkey-watch").factory());

        static {
            // Calls are many and short: their ends must not pile up until each was due.
            THREAD.setRemoveOnCancelPolicy(true);
        }
    }
}
