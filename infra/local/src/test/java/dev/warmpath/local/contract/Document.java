package dev.warmpath.local.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI 3.1 document that refers to itself only. */
final class Document {
    /** A name for the schemas to refer to each other by; nothing is ever fetched from it. */
    private static final String NAME = "urn:warmpath:openapi";

    private final JsonNode tree;
    private final SchemaRegistry schemas;

    private Document(JsonNode tree) {
        this.tree = tree;
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                registry -> registry.schemas(Map.of(NAME, tree.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    static Document read(Path file) {
        return new Document(new YAMLMapper().readTree(file.toFile()));
    }

    Part root() {
        return new Part("", tree);
    }

    /** One value of the document, and where it is. */
    final class Part {
        private final String pointer;
        private final JsonNode node;

        private Part(String pointer, JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        JsonNode node() {
            return node;
        }

        String pointer() {
            return pointer;
        }

        /** A member, or what it refers to. */
        Optional<Part> find(String name) {
            return Optional.ofNullable(node.get(name))
                    .map(child ->
                            new Part(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), child).referred());
        }

        /** @throws AssertionError if it has no such member */
        Part get(String name) {
            return find(name).orElseThrow(() -> new AssertionError("the contract has no " + pointer + "/" + name));
        }

        Stream<String> names() {
            return node.isObject() ? node.propertyNames().stream() : Stream.empty();
        }

        /** The members of an object or a list; none of anything else. */
        Stream<Part> children() {
            return node.isArray()
                    ? Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                            .map(i -> new Part(pointer + "/" + i, node.get(i)).referred())
                    : names().map(this::get);
        }

        /** What is wrong with a value, if this is its schema. */
        List<String> faultsOf(JsonNode value) {
            Schema schema = schemas.getSchema(SchemaLocation.of(NAME + "#" + pointer));
            return schema.validate(value).stream().map(Document::describe).toList();
        }

        /** References within schemas are left to the validator, for which other keywords may stand beside them. */
        private Part referred() {
            JsonNode reference = node.get("$ref");
            if (reference == null || pointer.contains("/schema")) {
                return this;
            }
            String target = reference.stringValue().substring(1);
            return new Part(target, tree.at(target));
        }
    }

    private static String describe(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
