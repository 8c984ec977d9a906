package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.valkey.ValkeyServer;
import java.net.ConnectException;
import java.net.Socket;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The project's template with each kind of shared cache. */
@Timeout(180)
class SharedCacheIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}";

    @Test
    void usersAreServedWithACacheInATable() throws Exception {
        try (LocalRun run = start(SharedCacheOption.DYNAMODB)) {
            Api api = Api.at(run.url()).withToken(run.token("ada", "users:read users:write"));

            assertThat(api.post("/users", ADA).statusCode()).isEqualTo(201);
            assertThat(api.get("/users/ada").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void serverOfTheCacheEndsWithItsRun() throws Exception {
        int port;
        try (LocalRun run = start(SharedCacheOption.VALKEY)) {
            ValkeyServer server = run.valkey().orElseThrow();
            port = server.port();
            new Socket(server.host(), port).close();
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
    }

    private static LocalRun start(SharedCacheOption kind) throws Exception {
        return LocalRun.start(TestRuns.ofTheProject(kind), TestRuns.listening(new ConcurrentLinkedQueue<>()));
    }
}
