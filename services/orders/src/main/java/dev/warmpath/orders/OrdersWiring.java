package dev.warmpath.orders;

import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.report.Reports;
import dev.warmpath.snapstart.SnapStart;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes what the functions of this service are built of, once per execution environment. */
final class OrdersWiring {
    private static final String ORDERS_TABLE = Env.read(env -> env.required("ORDERS_TABLE"));

    static {
        // It also sends a request to the region's real STS endpoint, which is no business of a local run.
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
        }
    }

    private OrdersWiring() {}

    static Reports reports() {
        return Reports.of(Clients.dynamoDb(), ORDERS_TABLE, Env.read(env -> env.required("REPORTS_BUCKET")));
    }

    static Customers customers() {
        return new Customers(Clients.dynamoDb(), Env.read(env -> env.required("USERS_TABLE")));
    }
}
