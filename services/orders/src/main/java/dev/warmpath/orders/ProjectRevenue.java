package dev.warmpath.orders;

import com.amazonaws.services.lambda.runtime.Context;
import dev.warmpath.clients.CannedAnswer;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.events.StreamEvent;
import dev.warmpath.function.EventFunction;
import dev.warmpath.orders.products.SharedProducts;
import dev.warmpath.orders.projection.Projection;
import dev.warmpath.orders.projection.Revenue;
import dev.warmpath.snapstart.Priming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;

/**
 * Counts the revenue of orders as they are confirmed and cancelled, exactly once, and hands changed products to the cache that
 * all environments share, where there is one; caches in an environment's memory keep their time to live. Works on the stream of
 * the orders table: see {@link Revenue}.
 *
 * <p>Metrics: {@code RevenueTransitions}, {@code RevenueReplays} (transitions that had been counted before) and
 * {@code ProductsChanged}. How far it is behind the stream is Lambda's own {@code IteratorAge}.
 */
public final class ProjectRevenue extends EventFunction {
    private static final String PRIMING_EVENT = "/priming/project-revenue.json";
    private static final String NOTHING_FAILED = "\"batchItemFailures\":[]";

    private final Projection projection;

    public ProjectRevenue() {
        this(OrdersWiring.revenue(), SharedProducts.fromEnvironment());
    }

    private ProjectRevenue(Revenue revenue, SharedProducts products) {
        this(new Projection(revenue, products));
        Priming.untilCompiled(() -> prime(revenue, products));
    }

    ProjectRevenue(Projection projection) {
        this.projection = projection;
    }

    @Override
    protected void handle(InputStream event, OutputStream answer, Context context) throws IOException {
        Deadline deadline = Deadline.of(context);
        projection.project(StreamEvent.read(event).records(), deadline).write(answer);
    }

    /** Once to the table, which refuses to count, and once to a made-up one, which accepts. */
    static void prime(Revenue revenue, SharedProducts products) {
        products.prime();
        Revenue accepting = new Revenue(CannedAnswer.dynamoDb("{}"), "priming", Clock.systemUTC());
        SharedProducts none = new SharedProducts(Optional.empty());
        Priming.pass(new ProjectRevenue(new Projection(revenue.neverCounting(), none)), PRIMING_EVENT, NOTHING_FAILED);
        Priming.pass(new ProjectRevenue(new Projection(accepting, none)), PRIMING_EVENT, NOTHING_FAILED);
    }
}
