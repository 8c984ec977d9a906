package dev.warmpath.local.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the zip behind each layer ARN that a function can name. */
record LayerReader(Path folder, ResourceNames names) {
    Map<String, Path> read(List<Resource> layers) {
        Map<String, Path> paths = new HashMap<>();
        for (Resource layer : layers) {
            Properties properties = Properties.of(names.intrinsics().require(layer.properties()));
            String arn =
                    names.ref(layer.logicalId(), layer.place()).orElseThrow().asText();
            paths.put(arn, artefact(folder, properties, "ContentUri"));
        }
        return paths;
    }

    /** A local file or folder that a property names, relative to the template. */
    static Path artefact(Path folder, Properties properties, String key) {
        Node uri = properties
                .node(key)
                .orElseThrow(() -> properties.error(key + " is missing; expected the path of a built artefact"));
        if (!(uri instanceof Node.Scalar) || uri.asText().startsWith("s3://")) {
            throw uri.error("an artefact in S3 is not supported; expected a path relative to the template");
        }
        return folder.resolve(uri.asText()).normalize();
    }
}
