package dev.warmpath.local;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of the API, kept by the naive twin: what {@link ContractIT} holds the repository's template to. */
@Tag("full")
@ExtendWith(BaselineRun.class)
class BaselineContractIT {
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
        /** An order is decided on before it is answered. */
        @Override
        void awaitQuiet() {}
    }
}
