package dev.warmpath.local.http;

import dev.warmpath.local.issuer.LocalIssuer;
import dev.warmpath.local.lambda.Invoker;
import dev.warmpath.local.template.HttpApi;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP API on a loopback port, with a local OpenID issuer beside it under {@code /_warmpath/}.
 *
 * <p>It is bound first and serves later, so that a taken port is known before anything else starts and the issuer's URL
 * before the template is read. Requests that arrive in between wait. Its threads are daemons.
 */
public final class Gateway implements AutoCloseable {
    /** What paths begin with that belong to the local run, not to the API. */
    public static final String RESERVED_PATHS = "/" + IssuerRoutes.PREFIX + "/";

    private static final String HOST = "127.0.0.1";
    private static final long STOP_MILLIS = 2_000;
    private static final long IDLE_CONNECTION_STOP_MILLIS = 50;

    /** Above the longest timeout of a function, 900 s: a connection that waits for its function counts as idle too. */
    private static final long IDLE_MILLIS = 1_000_000;

    /**
     * Request line and headers.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">
     *     HTTP API quotas</a>
     */
    private static final int REQUEST_HEADER_BYTES = 10_240;

    private final Server server;
    private final ServerConnector connector;
    private final GatewayOptions options;
    private final int port;
    private final LocalIssuer issuer;
    private volatile Integration integration;

    private Gateway(Server server, ServerConnector connector, GatewayOptions options) {
        this.server = server;
        this.connector = connector;
        this.options = options;
        this.port = connector.getLocalPort();
        this.issuer = new LocalIssuer(url() + IssuerRoutes.ISSUER_PATH, options.clock());
    }

    /**
     * Takes a port.
     *
     * @param port 0 for any free one
     * @throws PortTakenException if another program listens there
     */
    public static Gateway bind(int port, GatewayOptions options) throws IOException {
        Server server = new Server(threads());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(IDLE_CONNECTION_STOP_MILLIS);
        server.addConnector(connector);
        open(connector, port);
        return new Gateway(server, connector, options);
    }

    private static void open(ServerConnector connector, int port) throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            throw isTaken(e) ? new PortTakenException(port, e) : e;
        }
    }

    /** A port below 1024 may be forbidden instead, which is a failed binding too. */
    private static boolean isTaken(IOException failure) {
        return failure.getCause() instanceof BindException cause
                && !String.valueOf(cause.getMessage()).contains("Permission denied");
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("gateway");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return threads;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        http.setUriCompliance(new UriCompliance("HTTP API", UriCompliance.AMBIGUOUS_VIOLATIONS));
        return http;
    }

    public int port() {
        return port;
    }

    /** Such as {@code http://127.0.0.1:8080}. */
    public URI uri() {
        return URI.create(url());
    }

    private String url() {
        return "http://" + HOST + ":" + port;
    }

    /** The local issuer, which JWT authorizers may name. */
    public LocalIssuer issuer() {
        return issuer;
    }

    /**
     * Starts to answer; to be called once.
     *
     * @param controls are offered under {@link #RESERVED_PATHS}
     */
    public Gateway serve(HttpApi api, Invoker invoker, Controls controls) throws IOException {
        integration = new Integration(invoker, options.integrationLimit());
        ApiService service = new ApiService(
                api,
                new Throttles(api, System::nanoTime),
                new Authorizers(api, options.clock(), options.errors()),
                integration);
        ReservedRoutes reserved = new ReservedRoutes(new IssuerRoutes(issuer), controls);
        GatewayHandler handler = new GatewayHandler(new RequestReader(options.clock()), reserved, service, options);
        server.setHandler(new GracefulHandler(handler));
        server.setErrorHandler(new GatewayErrors());
        server.setStopTimeout(STOP_MILLIS);
        start();
        return this;
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IOException("The gateway did not start on port " + port + ".", e);
        }
    }

    /** Stops taking requests, and gives those under way two seconds. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException stillUnderWay) {
            // The integration interrupts what is left.
        } catch (Exception e) {
            options.errors().accept(e);
        }
        connector.close();
        if (integration != null) {
            integration.close();
        }
    }
}
