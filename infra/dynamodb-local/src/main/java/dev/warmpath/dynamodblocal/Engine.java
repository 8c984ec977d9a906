package dev.warmpath.dynamodblocal;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import dev.warmpath.engine.ChildSide;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * The child process: DynamoDB Local behind a loopback port of the system's choice, until standard input ends.
 *
 * <p>The engine's own main class listens on every interface and sets up telemetry, so it is not used.
 */
final class Engine {
    private static final int WORKERS = 10;

    private Engine() {}

    /** Takes the folder to keep the data in; without one the data lives in memory. */
    public static void main(String[] arguments) throws Exception {
        boolean inMemory = arguments.length == 0;
        // One database for every region and access key, since callers' settings differ but their data must not.
        LocalDynamoDBRequestHandler database =
                new LocalDynamoDBRequestHandler(WORKERS, inMemory, inMemory ? null : arguments[0], true, false);
        // Ctrl-C reaches the whole group of processes, this one included: the files must be closed then too.
        Runtime.getRuntime().addShutdownHook(new Thread(database::shutdown));
        ChildSide.serve(listen(database));
    }

    private static int listen(LocalDynamoDBRequestHandler database) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handlerOf(database));
        server.start();
        return connector.getLocalPort();
    }

    private static ContextHandler handlerOf(LocalDynamoDBRequestHandler database) {
        // No origin is allowed, so that no web page open on this machine can reach the tables.
        String corsOrigins = null;
        return new ContextHandler(new LocalDynamoDBServerHandler(database, corsOrigins), "/");
    }
}
