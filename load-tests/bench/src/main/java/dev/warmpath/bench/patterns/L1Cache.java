package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Used;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Service;
import dev.warmpath.local.lambda.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The packaged GetUser, with a memory of its own and with none. */
final class L1Cache {
    static final Pattern PATTERN = new Pattern(
            "l1-cache",
            "What does a user in the function's own memory save over a read of the table?",
            L1Cache::trials);

    private static final String UNCACHED = "uncached";
    private static final String CACHED = "cached";

    private L1Cache() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        Subject cached = workbench.subjects().cachedGet();
        try (FrontDoor door = workbench.frontDoor();
                Stage without = stage(bed, workbench.subjects().uncachedGet(), door, UNCACHED);
                Stage with = stage(bed, cached, door, CACHED)) {
            Race race = Race.of(
                    "GetUser, warm",
                    workbench.pace(1_500, 15, 300),
                    List.of(
                            Ways.warm("time to live 0", without, reads(door, UNCACHED)),
                            Ways.warm("in memory", with, reads(door, CACHED))));
            return List.of(Trial.paid(Figure.LATENCY, workbench.bill(cached), race));
        }
    }

    private static Stage stage(Bed bed, Subject subject, FrontDoor door, String caller) throws IOException {
        Settings settings = bed.settings()
                .withVariables(Map.of("AWS_ENDPOINT_URL_DYNAMODB", door.endpoint(Service.DYNAMODB, caller)));
        return Stage.open(subject, settings, bed.traces());
    }

    private static Supplier<Used> reads(FrontDoor door, String caller) {
        return () -> UserReads.used(door.calls().of(caller));
    }
}
