package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.RuntimeConnection.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Lambda runtime API of all environments on one port, each under a path prefix of its own, and their credentials.
 *
 * <p>This is in the path of every invocation, so it is no more than it needs to be: a thread for each connection reads what
 * the runtime client says, and whoever has an event writes it to the waiting connection.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    static final String CREDENTIALS_PATH = "/2021-04-23/credentials";

    /** 6 MB, as Lambda counts them. */
    static final int MAX_RESPONSE_BYTES = 6_291_556;

    private static final System.Logger LOG = System.getLogger(RuntimeApi.class.getName());
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final Pattern ANSWER = Pattern.compile(INVOCATION + "([^/]+)/(response|error)");
    private static final String ACCEPTED = "202 Accepted";
    private static final String NOT_FOUND = "404 Not Found";
    private static final String TOO_LARGE = "413 Payload Too Large";
    private static final byte[] EMPTY = {};
    private static final int BACKLOG = 200;

    private final Map<String, RuntimeEvents> environments = new ConcurrentHashMap<>();
    private final Set<RuntimeConnection> connections = ConcurrentHashMap.newKeySet();
    private final ServerSocket socket;

    private RuntimeApi(ServerSocket socket) {
        this.socket = socket;
    }

    static RuntimeApi open() throws IOException {
        RuntimeApi api = new RuntimeApi(new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1")));
        Thread.ofPlatform().daemon().name("runtime-api").start(api::accept);
        return api;
    }

    /** Value of {@code AWS_LAMBDA_RUNTIME_API}; the runtime client puts its paths behind it, so it may hold a prefix. */
    String address(String environmentId) {
        return "127.0.0.1:" + socket.getLocalPort() + "/" + environmentId;
    }

    void register(String environmentId, RuntimeEvents environment) {
        environments.put(environmentId, environment);
    }

    void unregister(String environmentId) {
        environments.remove(environmentId);
    }

    private void accept() {
        try {
            while (true) {
                Socket accepted = socket.accept();
                Thread.ofPlatform().daemon().name("runtime-connection").start(() -> serve(accepted));
            }
        } catch (IOException e) {
            // Closing the socket is how this thread is told to end.
            if (!socket.isClosed()) {
                throw new UncheckedIOException("The Lambda runtime API broke.", e);
            }
        }
    }

    private void serve(Socket accepted) {
        try (RuntimeConnection connection = new RuntimeConnection(accepted)) {
            connections.add(connection);
            try {
                handleAll(connection);
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection ended with its environment.", e);
        }
    }

    private void handleAll(RuntimeConnection connection) throws IOException {
        for (Optional<Request> next = connection.read(); next.isPresent(); next = connection.read()) {
            handle(next.get(), connection);
        }
    }

    private void handle(Request request, RuntimeConnection connection) throws IOException {
        String path = request.path();
        int prefixEnd = Math.max(path.indexOf('/', 1), 1);
        RuntimeEvents environment = environments.get(path.substring(1, prefixEnd));
        if (environment == null) {
            connection.write(NOT_FOUND, Map.of(), EMPTY);
        } else {
            handle(environment, path.substring(prefixEnd), request, connection);
        }
    }

    private static void handle(RuntimeEvents environment, String path, Request request, RuntimeConnection connection)
            throws IOException {
        switch (path) {
            case INVOCATION + "next" -> environment.pollsInvocation(new Reply(connection));
            case RUNTIME + "restore/next" -> environment.pollsRestore(new Reply(connection));
            case RUNTIME + "init/error", RUNTIME + "restore/error" -> {
                environment.failedToStart(Failures.reported(request.body()));
                connection.write(ACCEPTED, Map.of(), EMPTY);
            }
            case CREDENTIALS_PATH -> answerCredentials(environment.credentials(), request, connection);
            default -> connection.write(takeAnswer(environment, path, request), Map.of(), EMPTY);
        }
    }

    /** The caller gets the answer before the runtime client hears that it was taken. */
    private static String takeAnswer(RuntimeEvents environment, String path, Request request) {
        Matcher answer = ANSWER.matcher(path);
        if (!answer.matches()) {
            return NOT_FOUND;
        }
        String requestId = answer.group(1);
        if (answer.group(2).equals("error")) {
            environment.failed(requestId, Failures.reported(request.body()));
            return ACCEPTED;
        }
        if (request.tooLarge()) {
            environment.failed(requestId, Failures.responseTooLarge());
            return TOO_LARGE;
        }
        environment.returned(requestId, request.body());
        return ACCEPTED;
    }

    private static void answerCredentials(Credentials credentials, Request request, RuntimeConnection connection)
            throws IOException {
        if (credentials.authorization().equals(request.headers().get("authorization"))) {
            byte[] json = credentials.json(Instant.now()).getBytes(StandardCharsets.UTF_8);
            connection.write("200 OK", Map.of("Content-Type", "application/json"), json);
        } else {
            connection.write("401 Unauthorized", Map.of(), EMPTY);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (RuntimeConnection connection : connections) {
            connection.close();
        }
    }
}
