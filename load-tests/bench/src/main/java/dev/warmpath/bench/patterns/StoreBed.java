package dev.warmpath.bench.patterns;

import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.usage.ModelledLatencies;
import dev.warmpath.elasticmq.ElasticMq;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** DynamoDB and SQS with data in them, reached as they are, and at the latencies that they have within a region. */
final class StoreBed implements AutoCloseable {
    private static final String CALLER = "bench";
    private static final String ACCOUNT = "000000000000";

    /** What most functions of the template have. */
    private static final int MEMORY_MEGABYTES = 512;

    private final ElasticMq queues;
    private final FrontDoor frontDoor;
    private final Stores direct;
    private final Stores delayed;
    private final StoreData data;
    private final Bill bill;

    private StoreBed(ElasticMq queues, FrontDoor frontDoor, URI dynamoDb, StoreData data, Bill bill) {
        this.queues = queues;
        this.frontDoor = frontDoor;
        this.direct = Stores.at(dynamoDb, queues.endpoint(), false);
        this.delayed = Stores.at(through(Service.DYNAMODB), through(Service.SQS), true);
        this.data = data;
        this.bill = bill;
    }

    private URI through(String service) {
        return URI.create(frontDoor.endpoint(service, CALLER));
    }

    /** @param dynamoDb an engine that runs, and goes on to run when this is closed */
    static StoreBed open(Path project, URI dynamoDb, StoreData data) throws IOException, InterruptedException {
        ElasticMq queues = ElasticMq.start(project.resolve("infra/elasticmq/target"), Stores.REGION.id(), ACCOUNT);
        FrontDoor frontDoor =
                FrontDoor.open(List.of(Service.dynamoDb(dynamoDb), Service.sqs(queues.endpoint())), StoreBed::fail);
        ModelledLatencies.read().putOn(frontDoor);
        Bill bill = new Bill(Prices.read(Prices.defaultFile(project)), MEMORY_MEGABYTES);
        StoreBed bed = new StoreBed(queues, frontDoor, dynamoDb, data, bill);
        StoreTables.create(bed.direct.dynamoDb());
        data.write(bed.direct.dynamoDb());
        return bed;
    }

    private static void fail(Throwable error) {
        throw new IllegalStateException("An engine does not answer", error);
    }

    /** How much is in the tables. */
    StoreData data() {
        return data;
    }

    /** The engines as they are. */
    Stores direct() {
        return direct;
    }

    /** The engines behind latencies like those within a region. */
    Stores delayed() {
        return delayed;
    }

    /** Makes a pair on the clients of one setting. */
    @FunctionalInterface
    interface Pairs {
        Pair on(Stores stores) throws IOException, InterruptedException;
    }

    /** In both settings, the modelled one first. */
    List<Trial> trials(Figure main, Pace modelled, Pace asTheyAre, Pairs pairs)
            throws IOException, InterruptedException {
        return List.of(
                modelled(main, "modelled latencies", modelled, pairs),
                asTheyAre(main, "engines as they are", asTheyAre, pairs));
    }

    /** Where each call takes as long as within a region. */
    Trial modelled(Figure main, String name, Pace pace, Pairs pairs) throws IOException, InterruptedException {
        return trial(main, name, pace, pairs, delayed);
    }

    /** Where calls take what the engines on this machine take. */
    Trial asTheyAre(Figure main, String name, Pace pace, Pairs pairs) throws IOException, InterruptedException {
        return trial(main, name, pace, pairs, direct);
    }

    private Trial trial(Figure main, String name, Pace pace, Pairs pairs, Stores stores)
            throws IOException, InterruptedException {
        return Trial.paid(main, bill, pairs.on(stores).race(name, pace, stores));
    }

    @Override
    public void close() throws IOException {
        direct.close();
        delayed.close();
        frontDoor.close();
        queues.close();
    }
}
