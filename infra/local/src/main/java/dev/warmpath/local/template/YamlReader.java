package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Kind;
import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML (and JSON, which is YAML too) into nodes, without constructing any object that it names. */
final class YamlReader {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();
    private static final Map<Tag, Kind> KINDS = Map.of(
            Tag.STR, Kind.TEXT,
            Tag.INT, Kind.INTEGER,
            Tag.FLOAT, Kind.DECIMAL,
            Tag.BOOL, Kind.BOOLEAN,
            Tag.NULL, Kind.NULL);

    private YamlReader() {}

    static Node read(String file, String yaml) {
        Place root = new Place(file, 1, "");
        try {
            return new Compose(SETTINGS)
                    .composeString(yaml)
                    .map(node -> convert(node, root))
                    .orElseThrow(() -> root.error("the file is empty; expected a SAM template"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new Place(file, line, "").error("this is no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw root.error("this is no valid YAML: " + e.getMessage());
        }
    }

    private static Node convert(org.snakeyaml.engine.v2.nodes.Node yaml, Place place) {
        if (yaml.getAnchor().isPresent()) {
            throw place.error("CloudFormation takes no YAML aliases; expected the value written out");
        }
        String tag = yaml.getTag().getValue();
        return tag.startsWith("!") ? ShortForm.expand(tag.substring(1), untagged(yaml, place)) : untagged(yaml, place);
    }

    private static Node untagged(org.snakeyaml.engine.v2.nodes.Node yaml, Place place) {
        return switch (yaml) {
            case MappingNode mapping -> mapping(mapping, place);
            case SequenceNode sequence -> sequence(sequence, place);
            case ScalarNode scalar -> new Scalar(place, scalar.getValue(), kind(scalar));
            default ->
                throw place.error(yaml.getNodeType() + " is not supported; expected a mapping, a list or a value");
        };
    }

    private static Kind kind(ScalarNode scalar) {
        // CloudFormation itself keeps 000000000000 or 0x10 as text; only plain decimal numbers are numbers here.
        Kind kind = KINDS.getOrDefault(scalar.getTag(), Kind.TEXT);
        return kind == Kind.INTEGER && !scalar.getValue().matches("-?(0|[1-9]\\d{0,17})") ? Kind.TEXT : kind;
    }

    private static Sequence sequence(SequenceNode yaml, Place place) {
        List<Node> items = new ArrayList<>();
        for (var item : yaml.getValue()) {
            items.add(convert(item, place.item(items.size(), line(item))));
        }
        return new Sequence(place, items);
    }

    private static Mapping mapping(MappingNode yaml, Place place) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : yaml.getValue()) {
            // The composer has refused every other kind of key.
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            Place at = place.key(key, line(tuple.getKeyNode()));
            if (entries.putIfAbsent(key, convert(tuple.getValueNode(), at)) != null) {
                throw at.error("the key stands twice; expected it once");
            }
        }
        return new Mapping(place, entries);
    }

    private static int line(org.snakeyaml.engine.v2.nodes.Node yaml) {
        return yaml.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
