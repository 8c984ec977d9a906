package dev.warmpath.bench.orders;

import dev.warmpath.bench.measure.Pause;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.rig.ApiConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Callers who place orders of two products each, every one on a thread and a connection of its own. */
final class OrderLoad {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final int MOST_QUANTITY = 3;

    private final OrdersRun run;
    private final List<Thread> callers = new ArrayList<>();
    private final LongAdder accepted = new LongAdder();
    private final Samples latency = new Samples();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean over;

    private OrderLoad(OrdersRun run) {
        this.run = run;
    }

    /** A closed model: each caller places the next order as soon as the last one is answered, until {@link #end}. */
    static OrderLoad closed(OrdersRun run, int callers) {
        OrderLoad load = new OrderLoad(run);
        for (int caller = 0; caller < callers; caller++) {
            load.start(caller, load::placeWithoutPause);
        }
        return load;
    }

    /**
     * An open model: an order is due at fixed times, however long those before it take, and its latency counts from then.
     *
     * @param callers enough to have an order under way at each of these times
     */
    static OrderLoad open(OrdersRun run, int callers, int perSecond, int orders) {
        OrderLoad load = new OrderLoad(run);
        AtomicInteger next = new AtomicInteger();
        long first = System.nanoTime() + Duration.ofMillis(100).toNanos();
        long apart = Duration.ofSeconds(1).toNanos() / perSecond;
        for (int caller = 0; caller < callers; caller++) {
            load.start(caller, (connection, random) -> {
                for (int order = next.getAndIncrement(); order < orders; order = next.getAndIncrement()) {
                    load.placeAt(first + order * apart, connection, random);
                }
            });
        }
        return load;
    }

    @FunctionalInterface
    private interface Work {
        void run(ApiConnection connection, SplittableRandom random) throws IOException;
    }

    private void start(int caller, Work work) {
        callers.add(Thread.ofPlatform().name("caller-" + caller).start(() -> {
            try (ApiConnection connection = run.connect(OrdersRun.user(caller % OrdersRun.USERS))) {
                work.run(connection, new SplittableRandom(caller));
            } catch (IOException e) {
                failed.incrementAndGet();
                throw new UncheckedIOException(e);
            }
        }));
    }

    private void placeWithoutPause(ApiConnection connection, SplittableRandom random) throws IOException {
        while (!over) {
            place(System.nanoTime(), connection, random);
        }
    }

    private void placeAt(long due, ApiConnection connection, SplittableRandom random) throws IOException {
        Pause.until(due);
        place(due, connection, random);
    }

    private void place(long since, ApiConnection connection, SplittableRandom random) throws IOException {
        OrdersRun.require(202, connection.post("/orders", body(random)));
        accepted.increment();
        synchronized (latency) {
            latency.add((System.nanoTime() - since) / NANOS_PER_MILLISECOND);
        }
    }

    private static String body(SplittableRandom random) {
        int first = random.nextInt(OrdersRun.PRODUCTS - 1);
        int second = random.nextInt(first + 1, OrdersRun.PRODUCTS);
        return "{\"lines\":[{\"sku\":\"%s\",\"quantity\":%d},{\"sku\":\"%s\",\"quantity\":%d}]}"
                .formatted(
                        OrdersRun.sku(first),
                        random.nextInt(1, MOST_QUANTITY),
                        OrdersRun.sku(second),
                        random.nextInt(1, MOST_QUANTITY));
    }

    long accepted() {
        return accepted.sum();
    }

    /** CPU time of the callers themselves, while they live. */
    Duration cpu() {
        return Duration.ofNanos(callers.stream()
                .mapToLong(caller -> Math.max(0, THREADS.getThreadCpuTime(caller.threadId())))
                .sum());
    }

    /**
     * Lets the callers come to their end.
     *
     * @return how long each answer took, in milliseconds
     * @throws IllegalStateException if one of them failed
     */
    Samples end() throws InterruptedException {
        over = true;
        for (Thread caller : callers) {
            caller.join();
        }
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " callers failed");
        }
        return latency;
    }
}
