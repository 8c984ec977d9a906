package dev.warmpath.bench.stores;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subjects;
import dev.warmpath.local.valkey.ValkeyServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/** What a shared cache does to a read that the function's own memory does not have: none, one that has it, one that is down. */
final class SharedCaches {
    private static final Pace PACE = new Pace(1_000, 20, 100);

    private SharedCaches() {}

    static Race race(Bed bed, Subjects subjects, ValkeyServer valkey) throws IOException, InterruptedException {
        Stage.once(subjects.createTheUser(), bed.settings(), bed.traces());
        // Bound and not listening, so that each connection is refused.
        try (Socket down = new Socket()) {
            down.bind(new InetSocketAddress("127.0.0.1", 0));
            try (Stage none = stage(bed, subjects, Map.of());
                    Stage up = stage(bed, subjects, onValkey(valkey.host() + ":" + valkey.port()));
                    Stage dead = stage(bed, subjects, onValkey("127.0.0.1:" + down.getLocalPort()))) {
                return Race.of(
                        "GetUser, not in its own memory (whole invocation, C1)",
                        PACE,
                        List.of(
                                way("no shared cache", none),
                                way("Valkey has it", up),
                                way("Valkey is down, breaker open", dead)));
            }
        }
    }

    private static Map<String, String> onValkey(String endpoint) {
        return Map.of("SHARED_CACHE", "valkey", "VALKEY_ENDPOINT", endpoint, "VALKEY_TLS", "false");
    }

    private static Stage stage(Bed bed, Subjects subjects, Map<String, String> sharedCache) throws IOException {
        return Stage.open(subjects.uncachedGet(sharedCache).snapStart(false), bed.settings(), bed.traces());
    }

    private static Way way(String name, Stage stage) {
        return new Way(name, () -> stage.invoke().duration(), stage::cpu);
    }
}
