package dev.warmpath.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a deployment of each side uploads. */
public final class Artefacts {
    private static final Map<Side, List<String>> FILES = new EnumMap<>(Map.of(
            Side.OPTIMISED,
            List.of(
                    "services/users/target/users.jar",
                    "services/orders/target/orders.jar",
                    "shared/target/layer.zip",
                    "services/report-layer/target/report-layer.zip"),
            Side.BASELINE,
            List.of("services/baseline/target/baseline.jar")));

    private Artefacts() {}

    /**
     * @param project a built checkout
     * @throws java.nio.file.NoSuchFileException if one is not built
     */
    public static List<Artefact> of(Path project) throws IOException {
        List<Artefact> artefacts = new ArrayList<>();
        for (Map.Entry<Side, List<String>> side : FILES.entrySet()) {
            for (String file : side.getValue()) {
                Path path = project.resolve(file);
                artefacts.add(new Artefact(side.getKey(), path.getFileName().toString(), Files.size(path)));
            }
        }
        return artefacts;
    }
}
