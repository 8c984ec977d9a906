package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The SDK's default HTTP client, which is Apache's, and that of the Common Runtime. */
final class HttpClient {
    static final Pattern PATTERN = new Pattern(
            "http-client", "What does the CRT HTTP client save over the SDK's default one?", HttpClient::trials);

    private HttpClient() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        ReadUserVariants variants = new ReadUserVariants(workbench);
        Subject byDefault = variants.subject("Apache 5, the default", Map.of("HTTP_CLIENT", "apache5"));
        Subject crt = variants.subject("CRT", Map.of());
        return List.of(cold(workbench, byDefault, crt), warm(workbench, byDefault, crt));
    }

    private static Trial cold(Workbench workbench, Subject byDefault, Subject crt)
            throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        return Trial.of(
                Figure.LATENCY,
                Race.of(
                        "read one user, cold start to the first answer",
                        workbench.starts(),
                        List.of(ColdStarts.way(bed, byDefault), ColdStarts.way(bed, crt))));
    }

    private static Trial warm(Workbench workbench, Subject byDefault, Subject crt)
            throws IOException, InterruptedException {
        Bed bed = workbench.bed();
        try (Stage without = Stage.open(byDefault, bed.settings(), bed.traces());
                Stage with = Stage.open(crt, bed.settings(), bed.traces())) {
            Race race = Race.of(
                    "read one user, warm",
                    workbench.pace(1_500, 15, 300),
                    List.of(Ways.warm(byDefault.name(), without), Ways.warm(crt.name(), with)));
            return Trial.paid(Figure.LATENCY, crt.function().memoryMegabytes(), race);
        }
    }
}
