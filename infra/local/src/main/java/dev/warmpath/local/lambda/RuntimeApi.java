package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result.FunctionError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The Lambda runtime API of all environments on one port, each under a path prefix of its own, and their credentials.
 *
 * <p>Handlers never block, so Jetty runs them on the selector's thread: this is in the path of every invocation.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
final class RuntimeApi extends Handler.Abstract.NonBlocking implements AutoCloseable {
    static final String CREDENTIALS_PATH = "/2021-04-23/credentials";

    /** 6 MB, as Lambda counts them. */
    static final int MAX_RESPONSE_BYTES = 6_291_556;

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final int MAX_ERROR_BYTES = 1024 * 1024;

    private final Map<String, RuntimeEvents> environments = new ConcurrentHashMap<>();
    private final Server server;
    private final ServerConnector connector;

    private RuntimeApi() {
        QueuedThreadPool threads = new QueuedThreadPool(8, 4);
        threads.setName("runtime-api");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost("127.0.0.1");
        // A poll stays open for as long as the environment has nothing to do.
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(this);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        return configuration;
    }

    static RuntimeApi open() throws IOException {
        RuntimeApi api = new RuntimeApi();
        try {
            api.server.start();
        } catch (Exception e) {
            throw new IOException("The Lambda runtime API could not be opened on 127.0.0.1.", e);
        }
        return api;
    }

    /** Value of {@code AWS_LAMBDA_RUNTIME_API}; the runtime client puts its paths behind it, so it may hold a prefix. */
    String address(String environmentId) {
        return "127.0.0.1:" + connector.getLocalPort() + "/" + environmentId;
    }

    void register(String environmentId, RuntimeEvents environment) {
        environments.put(environmentId, environment);
    }

    void unregister(String environmentId) {
        environments.remove(environmentId);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        int prefixEnd = path.indexOf('/', 1);
        RuntimeEvents environment = prefixEnd < 0 ? null : environments.get(path.substring(1, prefixEnd));
        if (environment == null) {
            return false;
        }
        return handle(environment, path.substring(prefixEnd), new Exchange(request, response, callback));
    }

    private static boolean handle(RuntimeEvents environment, String path, Exchange exchange) {
        switch (path) {
            case INVOCATION + "next" -> environment.pollsInvocation(exchange.reply());
            case RUNTIME + "restore/next" -> environment.pollsRestore(exchange.reply());
            case RUNTIME + "init/error", RUNTIME + "restore/error" -> exchange.readError(environment::failedToStart);
            case CREDENTIALS_PATH -> exchange.answerCredentials(environment.credentials());
            default -> {
                return path.startsWith(INVOCATION) && handleAnswer(environment, path, exchange);
            }
        }
        return true;
    }

    private static boolean handleAnswer(RuntimeEvents environment, String path, Exchange exchange) {
        int idEnd = path.indexOf('/', INVOCATION.length());
        if (idEnd < 0) {
            return false;
        }
        String requestId = path.substring(INVOCATION.length(), idEnd);
        switch (path.substring(idEnd)) {
            case "/response" -> exchange.readResponse(environment, requestId);
            case "/error" -> exchange.readError(error -> environment.failed(requestId, error));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The Lambda runtime API could not be closed.", e);
        }
    }

    /** One request of a runtime client. */
    private record Exchange(Request request, Response response, Callback callback) {

        Reply reply() {
            return new Reply(response, callback);
        }

        void readResponse(RuntimeEvents environment, String requestId) {
            if (request.getLength() > MAX_RESPONSE_BYTES) {
                environment.failed(requestId, Failures.responseTooLarge());
                answer(HttpStatus.PAYLOAD_TOO_LARGE_413);
            } else {
                read(MAX_RESPONSE_BYTES, payload -> environment.returned(requestId, payload));
            }
        }

        void readError(Consumer<FunctionError> then) {
            read(MAX_ERROR_BYTES, body -> then.accept(Failures.reported(body)));
        }

        /** Tells the caller first: the runtime client is not waited for by anybody. */
        private void read(int limit, Consumer<byte[]> then) {
            Consumer<byte[]> whole = body -> {
                then.accept(body);
                answer(HttpStatus.ACCEPTED_202);
            };
            Content.Source.asByteArrayAsync(
                    request, limit, Promise.Invocable.from(InvocationType.NON_BLOCKING, whole, callback::failed));
        }

        void answerCredentials(Credentials credentials) {
            if (credentials.authorization().equals(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                byte[] json = credentials.json(Instant.now()).getBytes(StandardCharsets.UTF_8);
                response.write(true, ByteBuffer.wrap(json), callback);
            } else {
                answer(HttpStatus.UNAUTHORIZED_401);
            }
        }

        private void answer(int status) {
            response.setStatus(status);
            callback.succeeded();
        }
    }
}
