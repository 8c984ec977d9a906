package dev.warmpath.local;

import dev.warmpath.local.lambda.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of the API, kept by the repository's template; {@link BaselineContractIT} holds its naive twin to the same. */
@ExtendWith(ProjectRun.class)
class ContractIT {
    private static OrderMessages queue;

    @BeforeAll
    @Timeout(600)
    static void use(LocalRun run) throws Exception {
        FirstUse.ofUsers(run);
        FirstUse.ofOrders(run);
        queue = OrderMessages.of(run);
    }

    @AfterAll
    static void close() {
        queue.close();
    }

    @Nested
    class Journey extends JourneyContract {}

    @Nested
    class Profiles extends ProfilesContract {}

    @Nested
    class Users extends UsersContract {}

    @Nested
    class ManyAtOnce extends ManyUsersContract {}

    @Nested
    class Access extends AccessContract {}

    @Nested
    class Orders extends OrdersContract {}

    @Nested
    class OrdersAccess extends OrdersAccessContract {}

    @Nested
    class OrderKeys extends OrderKeysContract {
        @Override
        void awaitQuiet() throws Exception {
            Await.until("all messages are done with", queue::isEmpty);
        }
    }
}
