package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This repository's own template as it is written, with globals but nothing resolved: what only the cloud reads is here too. */
record RawTemplate(List<Resource> resources) {
    static RawTemplate read() {
        Path file = Path.of("../../template.yaml");
        try {
            Mapping sections =
                    YamlReader.read("template.yaml", Files.readString(file)).asMapping();
            Globals globals = new Globals(section(sections, "Globals"));
            return new RawTemplate(section(sections, "Resources").entries().entrySet().stream()
                    .map(entry -> Resource.of(entry.getKey(), entry.getValue(), globals))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping section(Mapping sections, String name) {
        return sections.find(name).orElseThrow().asMapping();
    }

    List<Resource> ofType(String type) {
        return resources.stream().filter(resource -> resource.isA(type)).toList();
    }

    /** The properties of all resources of a type. */
    List<Mapping> of(String type) {
        return ofType(type).stream().map(Resource::properties).toList();
    }

    /** The properties of one resource. */
    Mapping properties(String logicalId) {
        return resource(logicalId).properties();
    }

    Resource resource(String logicalId) {
        return resources.stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    List<String> ids(String type) {
        return ofType(type).stream().map(Resource::logicalId).toList();
    }

    /** What the functions' roles and the policies that they share allow. */
    Stream<Properties> statements() {
        return Stream.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy")
                .flatMap(type -> of(type).stream())
                .flatMap(RawTemplate::statements);
    }

    /** What a role's own policies, or a policy, allow. */
    static Stream<Properties> statements(Mapping owner) {
        return documents(owner)
                .flatMap(document -> document.node("Statement").orElseThrow().asItems().stream())
                .map(Properties::of);
    }

    private static Stream<Properties> documents(Mapping owner) {
        Properties properties = new Properties(owner);
        return properties.has("PolicyDocument")
                ? Stream.of(properties.child("PolicyDocument"))
                : properties.node("Policies").orElseThrow().asItems().stream()
                        .map(policy -> Properties.of(policy).child("PolicyDocument"));
    }
}
