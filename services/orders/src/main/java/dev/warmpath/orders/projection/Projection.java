package dev.warmpath.orders.projection;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.events.PartialBatchResponse;
import dev.warmpath.events.StreamRecord;
import dev.warmpath.orders.products.SharedProducts;
import dev.warmpath.telemetry.Telemetry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what happens to orders into the revenue, and what happens to products into the cache that all environments share.
 *
 * <p>All of a batch at once, without regard to its order: additions come to the same sum in any order, and of a product the
 * greatest version stays.
 */
public final class Projection {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    /** More would rather meet each other at the row of a product that everybody buys. */
    private static final int RECORDS_AT_ONCE = 8;

    private final Revenue revenue;
    private final SharedProducts products;

    public Projection(Revenue revenue, SharedProducts products) {
        this.revenue = revenue;
        this.products = products;
    }

    /**
     * Does what can be done before the deadline.
     *
     * @return the first record that was not done, if there is one; those behind it may come again though they were
     */
    public PartialBatchResponse project(List<StreamRecord> records, Deadline deadline) {
        Set<String> done = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> calls = records.stream()
                .<Callable<Boolean>>map(record -> () -> isDone(record, deadline) && done.add(record.sequenceNumber()))
                .toList();
        try {
            FanOut.all(deadline, RECORDS_AT_ONCE, calls);
        } catch (DeadlineException e) {
            LOG.warn("Only {} of {} records were done in time", done.size(), records.size());
        }
        return new PartialBatchResponse(records.stream()
                .map(StreamRecord::sequenceNumber)
                .filter(number -> !done.contains(number))
                .limit(1)
                .toList());
    }

    /** A record that fails is left for the next attempt, and keeps no other one from being done. */
    private boolean isDone(StreamRecord record, Deadline deadline) {
        try {
            Telemetry.tracer().trace("Project", () -> project(record, deadline));
            return true;
        } catch (RuntimeException e) {
            LOG.error("The record {} was not done", record.sequenceNumber(), e);
            return false;
        }
    }

    private Void project(StreamRecord record, Deadline deadline) {
        RevenueChange.of(record).ifPresent(change -> count(change, deadline));
        ProductChange.of(record).ifPresent(this::share);
        return null;
    }

    private void count(RevenueChange change, Deadline deadline) {
        Telemetry.correlate(change.order().correlationId());
        boolean counted = revenue.count(change, deadline);
        Telemetry.count(counted ? "RevenueTransitions" : "RevenueReplays", 1);
        LOG.info(
                "The order {} is {}, which {}",
                change.order().key().orderId(),
                change.order().status(),
                counted ? "was counted" : "had been counted before");
    }

    private void share(ProductChange change) {
        change.in(products);
        Telemetry.count("ProductsChanged", 1);
    }
}
