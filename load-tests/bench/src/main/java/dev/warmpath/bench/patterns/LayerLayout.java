package dev.warmpath.bench.patterns;

import dev.warmpath.bench.rig.Subject;
import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The packaged GetUser in one fat artefact, and as deployed: a thin one with its libraries in a layer. */
final class LayerLayout {
    static final Pattern PATTERN = new Pattern(
            "layer-layout",
            "What does a thin artefact with its libraries as jars in a layer save over one fat jar?",
            LayerLayout::trials);

    private LayerLayout() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Subject asDeployed = workbench.subjects().getUser();
        FunctionSpec function = asDeployed.function();
        Path natives = workbench.bed().settings().tools().natives();
        Path jar = FatJar.of(
                function.artefact(),
                function.layers(),
                natives,
                workbench.folder("fat").resolve("fat.jar"));
        return List.of(Functions.cold(
                workbench,
                "GetUser, cold start to the first answer",
                asDeployed.packaged("fat jar", jar, List.of()),
                asDeployed.packaged("thin artefact and layer", function.artefact(), function.layers())));
    }
}
