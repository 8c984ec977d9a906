package dev.warmpath.bench.orders;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An order's put and send, each alone and as PlaceOrder makes both at once, where each takes a known time. */
final class InParallel {
    private static final Pace PACE = new Pace(60, 15, 20);
    private static final Duration PUT = Duration.ofMillis(30);
    private static final Duration SEND = Duration.ofMillis(20);
    private static final String FUNCTION = "PlaceOrder-";
    private static final String ORDER = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(OrdersRun.sku(0));

    private InParallel() {}

    static Race race(OrdersRun run, OrderTimes orders) throws IOException, InterruptedException {
        run.local().frontDoor().latencies().set(Map.of(Service.DYNAMODB, new Fixed(PUT), "sqs", new Fixed(SEND)));
        try (SqsClient sqs = sqs(run);
                ApiConnection caller = run.connect(OrdersRun.user(0))) {
            String queue = queueOfNobody(sqs);
            return Race.of(
                    "An order, where a put takes %d ms and a send %d ms more than on this machine"
                            .formatted(PUT.toMillis(), SEND.toMillis()),
                    PACE,
                    List.of(
                            way("its put alone", () -> put(orders)),
                            way("its send alone", () -> send(sqs, queue)),
                            new Way("PlaceOrder, the whole invocation", () -> place(run, caller), Duration.ZERO::abs)));
        } finally {
            run.local().frontDoor().latencies().clear();
        }
    }

    private static Way way(String name, Race.Work work) {
        return new Way(name, Race.timed(work), ThisProcess::cpu);
    }

    private static void put(OrderTimes orders) {
        Map<String, AttributeValue> row = Map.of(
                "pk", AttributeValue.fromS("BENCH"),
                "sk", AttributeValue.fromS(UUID.randomUUID().toString()));
        orders.client()
                .putItem(
                        put -> put.tableName(orders.table()).item(row).conditionExpression("attribute_not_exists(pk)"));
    }

    private static void send(SqsClient sqs, String queue) {
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody(ORDER));
    }

    private static Duration place(OrdersRun run, ApiConnection caller) throws IOException {
        run.takeReports();
        OrdersRun.require(202, caller.post("/orders", ORDER));
        return run.awaitReport(FUNCTION).duration();
    }

    private static SqsClient sqs(OrdersRun run) {
        return SqsClient.builder()
                .endpointOverride(URI.create(run.local().frontDoor().endpoint("sqs", "bench")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }

    /** Where no worker listens. */
    private static String queueOfNobody(SqsClient sqs) {
        return sqs.listQueues().queueUrls().stream()
                .filter(url -> url.endsWith("UnprojectedQueue"))
                .findFirst()
                .orElseThrow();
    }
}
