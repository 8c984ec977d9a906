package dev.warmpath.orders;

import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.placing.BatchPlacing;
import dev.warmpath.orders.placing.OrderPuts;
import dev.warmpath.orders.placing.OrderQueue;
import dev.warmpath.orders.placing.PendingOrders;
import dev.warmpath.orders.placing.Placing;
import dev.warmpath.snapstart.SnapStart;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes what the functions of this service are built of, once per execution environment. */
final class OrdersWiring {
    private static final String ORDERS_TABLE = Env.read(env -> env.required("ORDERS_TABLE"));

    private static final int LONGEST_REQUEUE_SECONDS = 86_400;

    static {
        // It also sends a request to the region's real STS endpoint, which is no business of a local run.
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
        }
    }

    private OrdersWiring() {}

    static Placing placing() {
        return new Placing(pendingOrders(), orderPuts(), orderQueue());
    }

    static BatchPlacing batchPlacing() {
        return new BatchPlacing(pendingOrders(), orderPuts(), orderQueue());
    }

    private static PendingOrders pendingOrders() {
        Duration requeueAfter = Env.read(env -> env.seconds("REQUEUE_AFTER_SECONDS", 1, LONGEST_REQUEUE_SECONDS));
        return new PendingOrders(Clock.systemUTC(), new SecureRandom(), requeueAfter);
    }

    private static OrderPuts orderPuts() {
        return new OrderPuts(Clients.dynamoDb(), ORDERS_TABLE);
    }

    private static OrderQueue orderQueue() {
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(SqsClient.class));
        }
        return new OrderQueue(Clients.sqs(), Env.read(env -> env.required("ORDERS_QUEUE_URL")));
    }

    static Customers customers() {
        return new Customers(Clients.dynamoDb(), Env.read(env -> env.required("USERS_TABLE")));
    }
}
