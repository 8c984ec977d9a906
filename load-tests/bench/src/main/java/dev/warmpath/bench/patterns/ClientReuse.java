package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A client of DynamoDB made for each invocation, and one that all share. */
final class ClientReuse {
    static final Pattern PATTERN = new Pattern(
            "client-reuse",
            "What does an SDK client made once save over one made in each invocation?",
            ClientReuse::trials);

    private ClientReuse() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        ReadUserVariants variants = new ReadUserVariants(workbench);
        return List.of(trial(workbench, variants, "crt"), trial(workbench, variants, "apache5"));
    }

    private static Trial trial(Workbench workbench, ReadUserVariants variants, String http)
            throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        var each = variants.subject("per invocation", Map.of("HTTP_CLIENT", http, "CLIENT", "per-invocation"));
        var once = variants.subject("once", Map.of("HTTP_CLIENT", http));
        try (Stage without = Stage.open(each, bed.settings(), bed.traces());
                Stage with = Stage.open(once, bed.settings(), bed.traces())) {
            Race race = Race.of(
                    "read one user over " + http + ", warm",
                    workbench.pace(200, 12, 40),
                    List.of(Ways.warm("client per invocation", without), Ways.warm("client made once", with)));
            return Trial.paid(Figure.LATENCY, workbench.bill(once), race);
        }
    }
}
