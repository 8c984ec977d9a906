package dev.warmpath.local.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code AWS::DynamoDB::Table}.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">
 * AWS::DynamoDB::Table</a>.
 */
final class TableReader {
    private TableReader() {}

    static TableSpec read(String logicalId, String name, Properties table) {
        table.refuse("ImportSourceSpecification", "a table that starts empty");
        requireKeysDefined(table);
        return new TableSpec(logicalId, name, table.mapping().value());
    }

    /** DynamoDB refuses attributes that no key uses as well as keys whose attribute has no type. */
    private static void requireKeysDefined(Properties table) {
        Set<String> defined = attributes(table, "AttributeDefinitions");
        Set<String> used = Stream.concat(
                        Stream.of(table),
                        Stream.concat(
                                indexes(table, "GlobalSecondaryIndexes"), indexes(table, "LocalSecondaryIndexes")))
                .flatMap(owner -> attributes(owner, "KeySchema").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!defined.equals(used)) {
            throw table.at("AttributeDefinitions")
                    .error("the definitions are of " + new TreeSet<>(defined) + "; expected those of the keys, "
                            + used);
        }
    }

    private static Stream<Properties> indexes(Properties table, String key) {
        return items(table, key).stream();
    }

    private static Set<String> attributes(Properties owner, String key) {
        return items(owner, key).stream()
                .map(attribute -> attribute.requiredText("AttributeName"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Properties> items(Properties owner, String key) {
        return owner.node(key).map(Node::asItems).orElse(List.of()).stream()
                .map(Properties::of)
                .toList();
    }
}
