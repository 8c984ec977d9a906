package dev.warmpath.bench.orders;

import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.bench.rig.ApiConnection.Answer;
import dev.warmpath.local.LocalRun;
import dev.warmpath.local.RunListeners;
import dev.warmpath.local.RunOptions;
import dev.warmpath.local.SharedCacheOption;
import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.frontdoor.Service;
import dev.warmpath.local.http.Exchange;
import dev.warmpath.local.lambda.Invocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A whole local run of the template, with {@value #USERS} users and {@value #PRODUCTS} products, and what it has reported. */
final class OrdersRun implements AutoCloseable {
    static final int USERS = 100;
    static final int PRODUCTS = 50;

    private static final long PLENTY = 1_000_000_000;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(10);

    /** Longer than any measurement takes. */
    private static final Duration STAYING = Duration.ofHours(1);

    private static final Map<String, String> PARAMETERS = Map.of("ThrottleRate", "100000", "ThrottleBurst", "100000");

    private final LocalRun run;
    private final Queue<Invocation.Report> reports;

    private OrdersRun(LocalRun run, Queue<Invocation.Report> reports) {
        this.run = run;
        this.reports = reports;
    }

    static OrdersRun start(Path project, int environments) throws IOException, InterruptedException {
        Queue<Invocation.Report> reports = new ConcurrentLinkedQueue<>();
        RunOptions options = new RunOptions(
                project,
                project.resolve("template.yaml"),
                0,
                Optional.empty(),
                Optional.empty(),
                PARAMETERS,
                SharedCacheOption.NONE,
                environments,
                STAYING,
                false);
        RunListeners listeners = new RunListeners(
                exchange -> Optional.of(exchange).flatMap(Exchange::report).ifPresent(reports::add),
                delivery -> Optional.of(delivery).flatMap(Delivery::report).ifPresent(reports::add),
                (function, environment, line) -> {},
                Throwable::printStackTrace);
        OrdersRun started = new OrdersRun(LocalRun.start(options, listeners), reports);
        started.fill();
        return started;
    }

    private void fill() throws IOException {
        String users = IntStream.range(0, USERS)
                .mapToObj(OrdersRun::user)
                .map("{\"userId\":\"%1$s\",\"email\":\"%1$s@example.com\",\"name\":\"%1$s\"}"::formatted)
                .collect(Collectors.joining(","));
        String items = IntStream.range(0, PRODUCTS).mapToObj(OrdersRun::item).collect(Collectors.joining(","));
        try (ApiConnection admin = connect("root")) {
            require(200, admin.post("/users/import", "{\"users\":[" + users + "]}"));
            require(200, admin.send("PUT", "/inventory", "", "{\"items\":[" + items + "]}"));
        }
    }

    private static String item(int number) {
        return "{\"sku\":\"%1$s\",\"name\":\"%1$s\",\"available\":%2$d,\"unitPrice\":%3$d,\"currency\":\"EUR\"}"
                .formatted(sku(number), PLENTY, 100 + number);
    }

    static String user(int number) {
        return "bench-user-%03d".formatted(number);
    }

    static String sku(int number) {
        return "BENCH-%02d".formatted(number);
    }

    /** @throws IllegalStateException if the answer is another: no figure is worth quoting then */
    static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("The API answered " + answer + ", not " + status);
        }
        return answer;
    }

    LocalRun local() {
        return run;
    }

    /** As a caller who may do everything. */
    ApiConnection connect(String sub) throws IOException {
        return new ApiConnection(run.url(), run.token(sub, "users:read users:write orders:read orders:write admin"));
    }

    /** All that have been reported, and forgets them. */
    List<Invocation.Report> takeReports() {
        List<Invocation.Report> taken = List.copyOf(reports);
        reports.removeAll(taken);
        return taken;
    }

    /**
     * The report of an invocation, which comes a little after its answer.
     *
     * @param environment what the id of its environment begins with
     */
    Invocation.Report awaitReport(String environment) {
        await(
                "a report of " + environment,
                REPORT_LIMIT,
                () -> report(environment).isPresent());
        return report(environment).orElseThrow();
    }

    private Optional<Invocation.Report> report(String environment) {
        return reports.stream()
                .filter(report -> report.environmentId().startsWith(environment))
                .findFirst();
    }

    int reportCount() {
        return reports.size();
    }

    /** A client of the engine, through the front door, counted as {@code bench}. */
    DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "bench")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }

    /** @throws IllegalStateException if that takes longer than the limit */
    static void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        run.close();
    }
}
