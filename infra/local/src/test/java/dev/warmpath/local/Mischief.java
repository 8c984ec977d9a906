package dev.warmpath.local;

import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.Ledger.Accepted;
import dev.warmpath.local.OrderBooks.Row;
import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.frontdoor.Fault;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.lambda.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * What goes wrong while a shop is open: throttled calls and lost answers all the time, and, by how many orders have been
 * accepted, killed workers, a queue that takes no messages, stock-takes, and copies of messages.
 */
final class Mischief implements AutoCloseable {
    /** A stock-take counts so many more than the one before; no order takes as many. */
    static final long LEAST_COUNTED = 100_000_000;

    private static final String WORKER = "FulfilOrders";
    private static final List<String> SENDS = List.of("SendMessage", "SendMessageBatch");
    private static final List<String> FUNCTIONS = List.of(
            "PlaceOrder", "PlaceOrders", "CancelOrder", WORKER, "RequeueStaleOrders", "ProjectRevenue", "PutInventory");
    private static final Fault THROTTLING = new Throttling("ProvisionedThroughputExceededException");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int STEPS = 10;
    private static final int LONGEST_DELAY_SECONDS = 3;

    private final LocalRun run;
    private final Shop shop;
    private final long seed;
    private final Collection<Delivery> deliveries;
    private final OrderBooks books;
    private final OrdersQueue queue;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> deeds = new ArrayList<>();
    private long counted;
    private volatile boolean over;

    /** @param deliveries what the run tells of its deliveries */
    Mischief(LocalRun run, Shop shop, long seed, Collection<Delivery> deliveries, OrderBooks books, OrdersQueue queue) {
        this.run = run;
        this.shop = shop;
        this.seed = seed;
        this.deliveries = deliveries;
        this.books = books;
        this.queue = queue;
    }

    /** @param orders how many the shop is going to be asked for */
    void begin(int orders) {
        run.frontDoor().rules().set(faults());
        deeds.add(threads.submit(() -> {
            interfere(orders);
            return null;
        }));
        deeds.add(threads.submit(() -> {
            copyMessages();
            return null;
        }));
    }

    /** Lets everything work again, and fails if a deed could not be done. */
    void end() throws InterruptedException, ExecutionException {
        over = true;
        run.frontDoor().rules().clear();
        for (Future<?> deed : deeds) {
            deed.get();
        }
    }

    private List<Rule> faults() {
        return FUNCTIONS.stream().flatMap(this::faults).toList();
    }

    /** Stock-takes lose no answers: they would count twice then, which is right and cannot be told from orders here. */
    private Stream<Rule> faults(String function) {
        Rule throttled = Rule.of(THROTTLING).share(0.2).function(function).seed(seed);
        Rule lost = Rule.of(new LostAnswer()).share(0.02).function(function).seed(seed);
        return function.equals("PutInventory") ? Stream.of(throttled) : Stream.of(throttled, lost);
    }

    private List<Rule> outage() {
        List<Rule> rules = new ArrayList<>(SENDS.stream()
                .map(operation -> Rule.of(new ServerError(503)).service("sqs").operation(operation))
                .toList());
        rules.addAll(faults());
        return rules;
    }

    private void interfere(int orders) throws InterruptedException {
        for (int step = 1; step < STEPS && awaitAccepted(orders * step / STEPS); step++) {
            switch (step) {
                case 1, 5, 7 -> killAWorker();
                case 3 -> run.frontDoor().rules().set(outage());
                case 4 -> run.frontDoor().rules().set(faults());
                case 6 -> countStock();
                default -> countOtherStock();
            }
            requeue();
        }
    }

    /** False if the shop closed before. */
    private boolean awaitAccepted(int orders) throws InterruptedException {
        Await.within(LIMIT, orders + " orders", () -> over || shop.ledger().count() >= orders);
        return !over;
    }

    /** Again and again until one was hit while it worked on a batch. */
    private void killAWorker() throws InterruptedException {
        long before = killed();
        Set<Long> victims = new HashSet<>();
        Await.within(LIMIT, "a worker killed at work", () -> {
            run.pidsAtWork(WORKER).stream().filter(victims::add).limit(1).forEach(Mischief::kill);
            return over || killed() > before;
        });
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** How many deliveries have ended with the death of their environment. */
    long killed() {
        return deliveries.stream()
                .filter(delivery -> delivery.source().equals("SQS"))
                .filter(delivery -> delivery.errorType().equals(Optional.of("Runtime.ExitError")))
                .count();
    }

    /** Of a product that is being sold; each attempt counts another number, so that it shows in the product's history. */
    private void countStock() throws InterruptedException {
        String sku = shop.assortment().sku(0);
        Await.within(LIMIT, "a stock-take", () -> {
            counted += LEAST_COUNTED;
            return over || shop.countStock(Map.of(sku, counted));
        });
    }

    /** Of products that nobody orders; it may fail as any call may now. */
    private void countOtherStock() {
        String other = shop.assortment().prefix();
        shop.countOtherStock(Stream.iterate(50, number -> number + 1)
                .limit(STEPS)
                .map(number -> other + number)
                .toList());
    }

    private void requeue() {
        Api.ofAnotherTemplate(run.url()).post("/_warmpath/invoke/RequeueStaleOrders", "");
    }

    /** Some of a quarter of the orders' messages, some of them twice, and some with lines that the order does not have. */
    private void copyMessages() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> seen = new HashSet<>();
        while (!over) {
            for (Accepted order : shop.ledger().inOrder()) {
                if (seen.add(order.orderId()) && random.nextInt(4) == 0) {
                    books.order(order.userId(), order.orderId()).ifPresent(row -> copy(row, random));
                }
            }
            int size = seen.size();
            Await.within(LIMIT, "more orders", () -> over || shop.ledger().count() > size);
        }
    }

    private void copy(Row order, SplittableRandom random) {
        queue.send(OrdersQueue.message(order), random.nextInt(LONGEST_DELAY_SECONDS + 1));
        if (random.nextBoolean()) {
            queue.send(OrdersQueue.message(order), random.nextInt(LONGEST_DELAY_SECONDS + 1));
        } else {
            List<Line> others = List.of(new Line(shop.assortment().sku(1), 1_000));
            queue.send(OrdersQueue.messageOfOthers(order, others), random.nextInt(LONGEST_DELAY_SECONDS + 1));
        }
    }

    @Override
    public void close() {
        over = true;
        threads.close();
        run.frontDoor().rules().clear();
    }
}
