package dev.warmpath.local.streams;

import dev.warmpath.local.template.StreamMapping.Batching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records on their way from the reader of a shard to a lane, which takes them in batches.
 *
 * <p>A full queue makes the reader wait. Records that were read together are not torn apart by the reader's own pace.
 */
final class RecordQueue {
    private static final int PAGES = 10;

    /** Half of the 6 MB that an event may have, since records are counted in characters and sent in bytes. */
    private static final int MOST_CHARACTERS = 3 * 1024 * 1024;

    private static final List<StreamRecord> LAST_PAGE = List.of();

    private final BlockingQueue<List<StreamRecord>> pages = new LinkedBlockingQueue<>(PAGES);
    private final List<StreamRecord> taken = new ArrayList<>();
    private final AtomicInteger unhandled = new AtomicInteger();
    private final Batching batching;
    private boolean lastPageTaken;

    RecordQueue(Batching batching) {
        this.batching = batching;
    }

    /** Called by the reader. */
    void put(List<StreamRecord> page) throws InterruptedException {
        if (!page.isEmpty()) {
            unhandled.addAndGet(page.size());
            pages.put(page);
        }
    }

    /** Called by the reader once no page will follow. */
    void finish() throws InterruptedException {
        pages.put(LAST_PAGE);
    }

    /** Called by the lane when it is done with records that it took. */
    void handled(int records) {
        unhandled.addAndGet(-records);
    }

    /** Whether the lane is done with all that was put. */
    boolean isHandled() {
        return unhandled.get() == 0;
    }

    /** Whether every record was taken. */
    boolean isFinished() {
        return lastPageTaken && taken.isEmpty();
    }

    /**
     * The next batch.
     *
     * @param limit how long to wait for its first record; empty for as long as it takes
     * @return empty after {@code limit}, or when the queue is finished
     */
    List<StreamRecord> next(Optional<Duration> limit) throws InterruptedException {
        if (taken.isEmpty() && !lastPageTaken) {
            take(limit.isPresent() ? poll(limit.get().toNanos()) : pages.take());
        }
        if (!taken.isEmpty()) {
            fill();
        }
        return cut();
    }

    private void fill() throws InterruptedException {
        long until = System.nanoTime() + batching.window().toNanos();
        boolean waitedInVain = false;
        while (taken.size() < batching.size() && !lastPageTaken && !waitedInVain) {
            List<StreamRecord> page = poll(until - System.nanoTime());
            waitedInVain = page == null;
            take(page);
        }
    }

    /** Null if there is none in time. */
    private List<StreamRecord> poll(long nanos) throws InterruptedException {
        return pages.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private void take(List<StreamRecord> page) {
        if (page != null) {
            taken.addAll(page);
            lastPageTaken = page.isEmpty();
        }
    }

    private List<StreamRecord> cut() {
        int size = 0;
        int characters = 0;
        while (size < Math.min(taken.size(), batching.size()) && characters < MOST_CHARACTERS) {
            characters += taken.get(size++).json().length();
        }
        List<StreamRecord> head = taken.subList(0, size);
        List<StreamRecord> batch = List.copyOf(head);
        head.clear();
        return batch;
    }
}
