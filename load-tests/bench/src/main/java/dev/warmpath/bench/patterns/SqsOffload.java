package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.BatchWrite;
import dev.warmpath.bench.measure.Race;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Orders confirmed within the request, or accepted by it and confirmed by a worker, which is charged to this way.
 *
 * <p>Both read and write one order after the other: to do that at the same time is a pattern of its own. Of the price
 * the worker's invocation is left out, one for {@value #ORDERS} orders.
 */
final class SqsOffload {
    private static final int ORDERS = 10;

    static final Pattern PATTERN = new Pattern(
            "sqs-offload",
            "What does it save callers of " + ORDERS
                    + " orders to be answered before these are fulfilled, and at what cost?",
            SqsOffload::trials);

    private SqsOffload() {}

    /** One race of each setting, looked at from both sides: what callers wait, and what all of it costs. */
    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        StoreBed bed = workbench.stores();
        StoreBed.Pairs pairs = stores -> pair(stores, bed.data());
        Trial modelled = bed.modelled(Figure.LATENCY, "modelled latencies", workbench.pace(1, 10, 2), pairs);
        Trial asTheyAre = bed.asTheyAre(Figure.LATENCY, "engines as they are", workbench.pace(10, 10, 8), pairs);
        Race worked = new Race(
                "all of it, worker included, modelled latencies",
                modelled.race().results());
        return List.of(modelled, asTheyAre, new Trial(worked, Figure.COST, modelled.bill()));
    }

    static Pair pair(Stores stores, StoreData data) {
        OrderWork work = new OrderWork(stores);
        Messages queue = Messages.in(stores, "patterns-orders");
        return Pair.of(
                "fulfilled in the request",
                new Placing(stores, data, order -> work.confirmAtOnce(user(data, order), row(data, order)), () -> {}),
                "put, sent, fulfilled later",
                new Placing(
                        stores,
                        data,
                        order -> {
                            work.accept(row(data, order));
                            queue.send(Integer.toString(order));
                        },
                        () -> fulfil(queue, data, work)));
    }

    private static void fulfil(Messages queue, StoreData data, OrderWork work) {
        for (int done = 0; done < ORDERS; ) {
            List<Message> messages = queue.receive();
            for (Message message : messages) {
                int order = Integer.parseInt(message.body());
                work.confirmAccepted(user(data, order), row(data, order));
            }
            queue.delete(messages);
            done += messages.size();
        }
    }

    private static Map<String, AttributeValue> row(StoreData data, int order) {
        return StoreRows.pending(user(data, order), order, StoreData.LINES);
    }

    private static int user(StoreData data, int order) {
        return order % data.users();
    }

    /** Each run finds none of these orders, and must leave them confirmed. */
    private record Placing(Stores stores, StoreData data, IntConsumer place, Runnable later) implements Job {
        @Override
        public Object run() {
            IntStream.range(0, ORDERS).forEach(place);
            return ORDERS;
        }

        @Override
        public void finish() {
            later.run();
        }

        @Override
        public Object outcome(Object answer) {
            List<Map<String, AttributeValue>> keys = IntStream.range(0, ORDERS)
                    .mapToObj(order -> OrderWork.key(row(data, order)))
                    .toList();
            var orders = new BatchGet(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                    .consistent()
                    .read(keys, StoreData.deadline());
            new BatchWrite(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                    .write(keys.stream().map(StoreData::delete).toList(), StoreData.deadline());
            return orders.found();
        }
    }
}
