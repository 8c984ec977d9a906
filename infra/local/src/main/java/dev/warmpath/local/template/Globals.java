package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Merges the {@code Globals} section into resources as SAM does: mappings merge, lists are joined, anything else is
 * overridden by the resource.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">
 * Globals section of the AWS SAM template</a>.
 */
record Globals(Mapping sections) {
    private static final String PREFIX = "AWS::Serverless::";

    /** The resource's properties with the globals of its type. */
    Mapping applyTo(String type, Mapping properties) {
        if (!type.startsWith(PREFIX)) {
            return properties;
        }
        return sections.find(type.substring(PREFIX.length()))
                .map(global -> merge(global.asMapping(), properties))
                .orElse(properties);
    }

    static Mapping merge(Mapping global, Mapping own) {
        SequencedMap<String, Node> merged = new LinkedHashMap<>(global.entries());
        own.entries().forEach((key, value) -> merged.merge(key, value, Globals::mergeValues));
        return new Mapping(own.place(), merged);
    }

    private static Node mergeValues(Node global, Node own) {
        if (global instanceof Sequence first && own instanceof Sequence second) {
            List<Node> items = new ArrayList<>(first.items());
            items.addAll(second.items());
            return new Sequence(second.place(), items);
        }
        return isPlain(global) && isPlain(own) ? merge(global.asMapping(), own.asMapping()) : own;
    }

    /** A function counts as a single value, whatever it will come to. */
    private static boolean isPlain(Node node) {
        return node instanceof Mapping mapping && mapping.function().isEmpty();
    }
}
