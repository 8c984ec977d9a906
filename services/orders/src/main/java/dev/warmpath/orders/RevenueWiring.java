package dev.warmpath.orders;

import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.orders.projection.Revenue;
import dev.warmpath.snapstart.SnapStart;
import java.time.Clock;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes what {@link ProjectRevenue} is built of, apart from {@link OrdersWiring}, since it does not know the orders table. */
final class RevenueWiring {
    static {
        // It also sends a request to the region's real STS endpoint, which is no business of a local run.
        if (Clients.reachAws()) {
            SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
        }
    }

    private RevenueWiring() {}

    static Revenue revenue() {
        String table = Env.read(env -> env.required("REVENUE_TABLE"));
        return new Revenue(Clients.dynamoDb(), table, Clock.systemUTC());
    }
}
