package dev.warmpath.local;

import dev.warmpath.local.dynamodb.Tables;
import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Service;
import dev.warmpath.local.http.Controls;
import dev.warmpath.local.http.Gateway;
import dev.warmpath.local.http.GatewayOptions;
import dev.warmpath.local.issuer.InvalidTokenRequestException;
import dev.warmpath.local.issuer.LocalIssuer;
import dev.warmpath.local.issuer.TokenRequest;
import dev.warmpath.local.lambda.Functions;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.Template;
import dev.warmpath.local.valkey.ValkeyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a template on this machine: the engines, the functions, and the API in front of them. */
public final class LocalRun implements AutoCloseable {
    private static final PseudoParameters PSEUDO = PseudoParameters.local("us-east-1");
    private static final int TRACES_KEPT = 10_000;

    private final RunOptions options;
    private final RunListeners listeners;
    private final Closing closing = new Closing();
    private Gateway gateway;
    private TraceDaemon traces;
    private Functions functions;
    private FrontDoor frontDoor;
    private Application application;
    private Activity activity;
    private Optional<ValkeyServer> valkey = Optional.empty();

    private LocalRun(RunOptions options, RunListeners listeners) {
        this.options = options;
        this.listeners = listeners;
    }

    /**
     * Starts everything and returns once the API answers.
     *
     * @throws dev.warmpath.local.http.PortTakenException if another program listens on the port
     * @throws dev.warmpath.local.template.TemplateException if the template is wrong or not supported
     * @throws dev.warmpath.local.lambda.NotRunnableException if an artefact is not built
     * @throws dev.warmpath.engine.EngineException if an engine does not start, or the emulator is none
     * @throws dev.warmpath.local.streams.StreamException if a table kept from before has no stream, but the template's
     *     has
     * @throws dev.warmpath.local.valkey.ValkeyException if the server of a shared cache does not start
     * @throws dev.warmpath.local.dynamodb.TableException if the tables kept from before differ from the template's
     * @throws dev.warmpath.local.sqs.QueueException if the emulator is of another region or account
     */
    public static LocalRun start(RunOptions options, RunListeners listeners) throws IOException, InterruptedException {
        LocalRun run = new LocalRun(options, listeners);
        try {
            run.open();
            return run;
        } catch (IOException | InterruptedException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private void open() throws IOException, InterruptedException {
        gateway =
                closing.add(Gateway.bind(options.port(), GatewayOptions.of(listeners.exchanges(), listeners.errors())));
        Template template = Template.read(options.template());
        if (options.cache() == SharedCacheOption.VALKEY) {
            valkey = Optional.of(closing.add(ValkeyServer.start(valkeyFolder())));
        }
        application = template.resolve(parameters(template), PSEUDO);
        DataPlane plane = DataPlane.of(options, PSEUDO);
        LocalQueues queues = closing.add(LocalQueues.start(plane, PSEUDO, application.queues()));
        DataPlane.Engine tables = closing.add(plane.dynamoDb());
        URI dynamoDb = tables.endpoint();
        Tables.create(dynamoDb, application.tables());
        LocalBuckets buckets = closing.add(new LocalBuckets(plane, PSEUDO.region(), application.buckets()));
        frontDoor = closing.add(FrontDoor.open(services(dynamoDb, queues, buckets), listeners.errors()));
        traces = closing.add(TraceDaemon.start(TRACES_KEPT));
        functions = closing.add(Functions.open(
                application.functions(), settings(), traces, listeners.functionLogs(), listeners.invocations()));
        EventSources sources = new EventSources(
                application, PSEUDO, new Deliveries(functions, listeners.deliveries()), listeners.errors());
        EventSources.Started started = sources.start(closing, dynamoDb, queues, options.maxEnvironments());
        activity = new Activity(application, functions, queues, started, pids(tables.pid(), queues.pid()));
        closing.closeFirst(gateway);
        gateway.serve(
                application.api(),
                functions,
                new Controls(sources.direct(), Optional.of(frontDoor), engines(queues, buckets)));
    }

    private static List<Long> pids(OptionalLong... engines) {
        return Stream.of(engines).flatMapToLong(OptionalLong::stream).boxed().toList();
    }

    private static List<Service> services(URI dynamoDb, LocalQueues queues, LocalBuckets buckets)
            throws InterruptedException {
        List<Service> services = new ArrayList<>(List.of(Service.dynamoDb(dynamoDb)));
        queues.endpoint().map(Service::sqs).ifPresent(services::add);
        if (buckets.exist()) {
            services.add(Service.s3(buckets::endpoint));
        }
        return services;
    }

    /**
     * Straight to them, since what a person at a terminal asks is no call of a function; but to the buckets through the front
     * door, since their engine may not have started yet.
     */
    private Map<String, String> engines(LocalQueues queues, LocalBuckets buckets) throws InterruptedException {
        Map<String, String> engines = new HashMap<>();
        queues.endpoint().ifPresent(sqs -> engines.put(Service.SQS, sqs.toString()));
        if (buckets.exist()) {
            engines.put(Service.S3, frontDoor.endpoint(Service.S3, "terminal"));
        }
        return engines;
    }

    /** Tokens come from the local issuer, unless the person at the keyboard names another provider. */
    private Map<String, String> parameters(Template template) {
        Map<String, String> parameters = new HashMap<>();
        if (template.parameters().containsAll(List.of("JwtIssuer", "JwtAudience"))) {
            parameters.put("JwtIssuer", gateway.issuer().url());
            parameters.put("JwtAudience", LocalIssuer.AUDIENCE);
        }
        if (template.parameters().contains("PrimingPasses")) {
            // Here each environment takes a snapshot of its own, and callers wait for the first of a function.
            parameters.put("PrimingPasses", "1");
        }
        parameters.putAll(options.cache().parameters(valkey));
        parameters.putAll(options.parameters());
        return parameters;
    }

    /** Named as the folders of runs are, so that the next run removes one that is left behind. */
    private Path valkeyFolder() throws IOException {
        Path folders = Files.createDirectories(options.project().resolve("infra/local/target/run"));
        return Files.createTempDirectory(
                folders, "run-" + ProcessHandle.current().pid() + "-valkey-");
    }

    private Settings settings() {
        return new Settings(
                Settings.Tools.of(options.project()),
                options.project().resolve("infra/local/target/run"),
                PSEUDO.region(),
                endpoints(),
                options.maxEnvironments(),
                options.idleTime(),
                options.traceEverything());
    }

    private Map<String, String> endpoints() {
        return frontDoor.services().stream()
                .collect(Collectors.toMap(
                        service -> "AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT),
                        service -> frontDoor.endpoint(service, Settings.FUNCTION)));
    }

    /** Where the API answers. */
    public URI url() {
        return gateway.uri();
    }

    /** A token that the API accepts, for the given caller and scopes. */
    public String token(String sub, String scope) {
        try {
            return gateway.issuer()
                    .issue(TokenRequest.of(Map.of("sub", sub, "scope", scope)))
                    .value();
        } catch (InvalidTokenRequestException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What the template declares, as it runs. */
    public Application application() {
        return application;
    }

    /** What the run is busy with. */
    public Activity activity() {
        return activity;
    }

    /** What stands between the functions and the engines: counts, delays and faults. */
    public FrontDoor frontDoor() {
        return frontDoor;
    }

    /**
     * Whether a function has a parked environment: until then, one that is being primed may call the engines beside the
     * requests under way.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    public boolean hasParked(String function) {
        return functions.hasParked(function);
    }

    /**
     * Ends the environments that are idle, and waits until their processes are gone.
     *
     * @throws IllegalStateException if one of them is not gone within 10 s
     */
    public void endIdle() throws InterruptedException {
        functions.endIdle();
    }

    /**
     * Process ids of a function's environments that run an event now; such a process may be killed at any time, as Lambda's
     * own may.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    public List<Long> pidsAtWork(String function) {
        return functions.pidsAtWork(function);
    }

    /** The trace segments that functions have sent. */
    public TraceDaemon traces() {
        return traces;
    }

    /** The server of the shared cache, where one was asked for; it may be killed and started again. */
    public Optional<ValkeyServer> valkey() {
        return valkey;
    }

    /**
     * Stops the API first, so that nobody is answered by a half-stopped run: requests under way have two seconds to end. Then
     * stop event sources, functions and engines.
     */
    @Override
    public void close() {
        closing.close(listeners.errors());
    }
}
